package io.tidemark.engine.remote;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of this program as they were installed.
 *
 * @param files regular files, by path
 */
record ProgramTree(Path root, List<Path> files) {

    /** Java refuses its ahead-of-time caches anywhere but where they were made. */
    private static final String CACHE = ".aot";

    /**
     * What lies in that directory.
     *
     * @throws ProblemException {@code far.install.tree} if this program was never put together
     */
    static ProgramTree in(Optional<Path> home) throws ProblemException {
        Path root = home.orElseThrow(() -> none("class files", null));
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(CACHE))
                    .sorted()
                    .toList();
            return new ProgramTree(root, files);
        } catch (IOException unreadable) {
            throw none(root.toString(), unreadable);
        }
    }

    /** How a file is called in the copy. */
    String name(Path file) {
        return "./" + root.relativize(file);
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static ProblemException none(String place, Exception cause) {
        return new ProblemException(Problem.of("far.install.tree", Problem.Category.USAGE, "object", place), cause);
    }
}
