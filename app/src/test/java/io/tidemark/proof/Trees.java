package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Directories as people keep them. */
final class Trees {

    private Trees() {}

    /** {@code cp -r}, as the procedure says: every copy has the time of the copying. */
    static void copy(Path from, Path to) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("cp", "-r", from.toString(), to.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, exit);
    }

    /** Bytes of all files that are published, each inode counted once. */
    static long stored(Path root) throws IOException {
        Map<Object, Long> inodes = new HashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(file -> published(root, file)).toList()) {
                inodes.put(Files.getAttribute(file, "unix:ino"), Files.size(file));
            }
        }
        return inodes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean published(Path root, Path file) {
        return Files.isRegularFile(file) && !root.relativize(file).startsWith(".tidemark");
    }
}
