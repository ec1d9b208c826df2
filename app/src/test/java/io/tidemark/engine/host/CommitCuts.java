package io.tidemark.engine.host;

import io.tidemark.engine.commit.CommitLab;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.MirrorHost;
import io.tidemark.model.Host;
import io.tidemark.model.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A commit of production that follows another one. */
final class CommitCuts implements CutSubject {

    private static final String REF = "prod/refs/heads/" + CommitLab.PROD_REF;
    private static final String SUMMARY = "prod/summary";

    private final CommitLab lab;
    private final MirrorHost mirror;
    private final Map<String, String> before;

    /** Prepares a host whose production stands at the first of two versions. */
    CommitCuts(Path dir) throws Exception {
        lab = new CommitLab(dir);
        lab.init(Map.of());
        lab.release("41.1");
        lab.promote("41.1");
        mirror = new MirrorHost(dir.resolve("there"));
        act("41.1", mirror.host(), mirror.doors(mirror.sshd.port));
        before = Map.of(REF, there(REF), SUMMARY, there(SUMMARY));
        lab.release("41.2");
        lab.promote("41.2");
    }

    private void act(String version, Host host, Doors doors) throws Exception {
        run(new Operation.Publish(lab.root.toString(), host, version), doors);
        run(new Operation.SwitchThere(lab.root.toString(), host, version, "prod", ""), doors);
    }

    private void run(Operation.OnHost operation, Doors doors) throws Exception {
        HostWork work = new HostWork(new Repositories(lab.ground(), place -> place), doors);
        work.run(operation, work.plan(operation, lab.job()), lab.job());
    }

    private Path place(String relative) {
        return mirror.root.resolve("kinoite").resolve(relative);
    }

    /** Content as text in which each byte is one sign. */
    private static String read(Path file) throws Exception {
        return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private String there(String relative) throws Exception {
        return read(place(relative));
    }

    @Override
    public MirrorHost mirror() {
        return mirror;
    }

    @Override
    public void act(Host host, Doors doors) throws Exception {
        act("41.2", host, doors);
    }

    /**
     * Every object is as it is here; ref and summary are old or new, the same once the host's own program has ended; and what
     * they stand for is whole.
     */
    @Override
    public String judge() throws Exception {
        for (String directory : List.of("dev/objects", "prod/objects", "prod/deltas")) {
            requireRight(directory);
        }
        for (int i = 0; i < 50 && isNew(REF) != isNew(SUMMARY); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        boolean ref = isNew(REF);
        if (ref != isNew(SUMMARY)) {
            throw new IllegalStateException("ref and summary differ");
        }
        Files.createDirectories(place("prod/refs/remotes"));
        Files.createDirectories(place("prod/tmp"));
        String wrong = lab.fsck(place("prod"));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(wrong);
        }
        return ref ? "production new" : "production old";
    }

    private void requireRight(String directory) throws Exception {
        if (!Files.isDirectory(place(directory))) {
            return;
        }
        try (Stream<Path> all = Files.walk(place(directory))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.mismatch(file, lab.root.resolve(place("").relativize(file))) >= 0) {
                    throw new IllegalStateException("torn " + file);
                }
            }
        }
    }

    private boolean isNew(String path) throws Exception {
        String now = there(path);
        boolean isNew = now.equals(read(lab.root.resolve(path)));
        if (!isNew && !now.equals(before.get(path))) {
            throw new IllegalStateException("neither the old nor the new " + path);
        }
        return isNew;
    }

    @Override
    public String finished() {
        return "production new";
    }

    @Override
    public void close() {
        mirror.close();
        lab.close();
    }
}
