package io.tidemark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The permission bits this process takes away from what it makes. */
final class Umask {

    /** What to assume where the kernel does not say: then every mode is set once more. */
    private static final int ALL = 0777;

    private Umask() {}

    /** Reads it without changing it, which {@code umask(2)} cannot. */
    static int current() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Umask:"))
                    .findFirst()
                    .map(line -> Integer.parseInt(line.substring(6).strip(), 8))
                    .orElse(ALL);
        } catch (IOException e) {
            return ALL;
        }
    }
}
