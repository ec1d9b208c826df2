package io.tidemark.proof;

import io.tidemark.testkit.Skips;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory of its own, mounted on a directory; only root may do that. */
final class Mounted implements AutoCloseable {

    private final Path at;

    private Mounted(Path at) {
        this.at = at;
    }

    /** Mounts one; the test is left out where that is not allowed. */
    static Mounted tmpfs(Path at, int kibibytes) throws IOException, InterruptedException {
        Files.createDirectories(at);
        boolean mounted =
                command("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tidemark-test", "" + at) == 0;
        Skips.unless(mounted, "needs to mount a small file system: run it as root, where mounting is allowed");
        return new Mounted(at);
    }

    void remount(String options) throws IOException, InterruptedException {
        if (command("mount", "-o", "remount," + options, at.toString()) != 0) {
            throw new IOException("cannot remount " + at + " with " + options);
        }
    }

    /** Writes a file that takes all room but so many bytes. */
    void fill(long leave) throws IOException {
        Files.write(at.resolve("ballast"), new byte[0]);
        try (var file = Files.newOutputStream(at.resolve("ballast"))) {
            for (long room = free() - leave; room > 0; room = free() - leave) {
                file.write(new byte[(int) Math.min(room, 65_536)]);
            }
        }
    }

    long free() throws IOException {
        return Files.getFileStore(at).getUsableSpace();
    }

    /** Inodes in use. */
    long inodes() throws IOException, InterruptedException {
        Process df = new ProcessBuilder("df", "--output=iused", at.toString()).start();
        String[] lines = new String(df.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\n");
        df.waitFor();
        return Long.parseLong(lines[1].strip());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (command("umount", at.toString()) != 0 && command("umount", "--lazy", at.toString()) != 0) {
            throw new IOException("cannot unmount " + at);
        }
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
