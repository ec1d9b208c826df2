package io.tidemark.source;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Private directories outside of every repository, for programs that cannot do without one. */
final class ScratchPlace {

    private ScratchPlace() {}

    static Path make() throws ProblemException {
        try {
            return Files.createTempDirectory("tidemark-source-");
        } catch (IOException full) {
            String place = System.getProperty("java.io.tmpdir");
            throw new ProblemException(
                    Problem.of("upstream.rsync.disk", Problem.Category.STORAGE, "object", place)
                            .with(full.toString()),
                    full);
        }
    }

    /** Removes it with all that is in it; follows no link. */
    static void remove(Path place) throws IOException {
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
