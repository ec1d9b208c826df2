package io.tidemark.kind.ostree;

import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.program.Ostree;
import io.tidemark.program.OstreeContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Repositories made with the real program, for tests. */
record Yard(Path dir) {

    static final Ostree OSTREE = new Ostree(System.getenv("PATH"));
    static final Unwatched JOB = new Unwatched(new MachinePool());
    static final String REF = "demo/x86_64/desktop";

    Path repository(String name) throws Exception {
        Path repository = Files.createDirectories(dir.resolve(name));
        OSTREE.content(repository).init(JOB);
        // nobody cuts the power of a test
        Files.writeString(repository.resolve("config"), "fsync=false\n", StandardOpenOption.APPEND);
        return repository;
    }

    /** A small system: some files, a link, names outside of ASCII, an empty directory. */
    Path system(String name, String release) throws Exception {
        Path root = Files.createDirectories(dir.resolve(name));
        for (String each : new String[] {"usr/bin", "usr/lib/modules", "usr/share/été", "etc/empty"}) {
            Files.createDirectories(root.resolve(each));
        }
        Files.writeString(root.resolve("usr/lib/os-release"), "VERSION=" + release + "\n");
        Files.writeString(root.resolve("usr/lib/modules/vmlinuz"), "kernel ".repeat(5000) + release);
        Files.writeString(root.resolve("usr/bin/hello"), "#!/bin/sh\necho hello\n");
        Files.writeString(root.resolve("usr/share/été/copy"), "#!/bin/sh\necho hello\n");
        if (!Files.isSymbolicLink(root.resolve("usr/bin/greet"))) {
            Files.createSymbolicLink(root.resolve("usr/bin/greet"), Path.of("hello"));
        }
        return root;
    }

    Checksum commit(Path repository, String ref, Path tree, String version) throws Exception {
        OstreeContent.Order order = new OstreeContent.Order(
                ref,
                new OstreeContent.Tree.Directory(tree, true),
                "Release " + version,
                "First line é.\nSecond line.",
                Map.of("version", version),
                Optional.of(Instant.parse("2026-11-20T11:56:55Z")),
                Optional.empty());
        return new Checksum(OSTREE.content(repository).commit(order, JOB));
    }
}
