package io.tidemark.store;

import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository that was made by the store itself, and short words for what tests do with it. */
final class Depot {

    static final Instant TIME = Instant.parse("2022-08-02T10:00:00.123456789Z");

    /** A small version: two directories, one of them nested, an empty file, a symbolic link. */
    static final Map<String, String> SMALL = Map.of(
            "main/x86_64/a.apk", "the first package",
            "main/x86_64/b.apk", "the second package, which is longer",
            "main/x86_64/empty", "",
            "releases/latest.yaml", "3.15.5",
            "README", "read me");

    final Path root;
    private final Disk disk;

    private Depot(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    static Depot create(Path root) throws ProblemException {
        new DiskStores(new Disk(), Mirror.CLOCK).create(root, Mirror.config(), Mirror.ACTOR);
        return new Depot(root, new Disk());
    }

    /** The same repository on a disk that may fail. */
    Depot on(Disk other) {
        return new Depot(root, other);
    }

    DiskRepository open() throws ProblemException {
        return new DiskStores(disk, Mirror.CLOCK).open(root);
    }

    void write(Mirror.Writing writing) throws Exception {
        try (DiskSession session = open().write("test", Mirror.ACTOR, TestJob.quiet())) {
            writing.in(session);
        }
    }

    /** Makes a sealed version of files with these contents, all fetched. */
    Version seal(String name, Map<String, String> files) throws Exception {
        Version[] sealed = new Version[1];
        write(session -> {
            Staging staging = session.stage(name);
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                add(staging, file.getKey(), file.getValue());
            }
            sealed[0] = staging.seal(VersionFacts.none(), TestJob.quiet());
        });
        return sealed[0];
    }

    Version snapshot(String from, String to) throws Exception {
        Version[] sealed = new Version[1];
        write(session -> sealed[0] = session.snapshot(from, to, TestJob.quiet()));
        return sealed[0];
    }

    /** What people do today: {@code cp -a}; and then the copy is an adopted version too. */
    void adopt(String from, String to) throws Exception {
        adopt(root, from, to);
    }

    /** The same in any repository. */
    static void adopt(Path root, String from, String to) throws Exception {
        String[] copy = {
            "cp", "-a", root.resolve(from).toString(), root.resolve(to).toString()
        };
        if (new ProcessBuilder(copy).start().waitFor() != 0) {
            throw new IOException("cp failed");
        }
        try (Home home = Home.open(new Disk(), root);
                Dir versions = home.dir(Layout.VERSIONS)) {
            home.ensure(versions, to);
            Records records = new Records(home);
            records.write(adopted(to, records.all().getLast().sequence() + 1));
        }
    }

    private static VersionRecord adopted(String name, long sequence) {
        return new VersionRecord(
                VersionRecord.FORMAT,
                name,
                name,
                sequence,
                VersionState.ADOPTED,
                TIME,
                "",
                -1,
                -1,
                -1,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    Version version(String name) throws ProblemException {
        return open().version(name).orElseThrow();
    }

    /** Adds one file with the digest of its content as identity. */
    static void add(Staging staging, String path, String content) throws ProblemException {
        try (Staging.Part part = staging.begin(path, identity(content))) {
            put(part, content);
            part.commit(Optional.of(TIME));
        }
    }

    /** The same with the whole content at hand. */
    static void addWhole(Staging staging, String path, String content) throws ProblemException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        staging.put(path, identity(content), new Staging.Content(bytes, bytes.length, Optional.of(TIME)));
    }

    static void put(Staging.Part part, String content) throws ProblemException {
        try (OutputStream out = part.append(Optional.of("etag"))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (StreamProblem e) {
            throw e.problem();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String identity(String content) {
        return "sha256:" + Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything of a tree that clients can see, by path: type, mode, time, bytes or target. */
    static Map<String, String> seen(Path top) throws IOException {
        Map<String, String> seen = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.toList()) {
                Map<String, Object> at =
                        Files.readAttributes(path, "unix:mode,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
                seen.put(
                        top.relativize(path).toString(),
                        String.format("%o %s %s", (Integer) at.get("mode"), at.get("lastModifiedTime"), content(path)));
            }
        }
        return seen;
    }

    /** The number of the inode behind a name. */
    static Object inode(Path path) throws IOException {
        return Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    private static String content(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path) ? "directory" : Sha256.hex(Files.readAllBytes(path));
    }
}
