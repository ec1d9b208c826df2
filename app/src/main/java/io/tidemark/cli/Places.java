package io.tidemark.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths that are kept, so that they mean the same wherever the program is called from later. */
final class Places {

    private Places() {}

    /** The absolute path; text that is no path stays as it is, to be refused by whoever uses it. */
    static String absolute(String path) {
        try {
            return Path.of(path).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException notAPath) {
            return path;
        }
    }
}
