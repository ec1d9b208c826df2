package io.tidemark.cli;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text in a file of its own while a person's editor has it; nobody else can read it.
 *
 * @param file in a directory of its own; its name says the format
 */
record EditedText(Path file) {

    static EditedText of(String name, String text) throws ProblemException {
        try {
            Path directory = Files.createTempDirectory("tidemark-treefile-");
            return new EditedText(Files.writeString(directory.resolve(name), text));
        } catch (IOException failed) {
            throw problem(name, failed);
        }
    }

    String text() throws ProblemException {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw problem(file, failed);
        }
    }

    /** It was saved, or nothing was typed: the file goes, and what an editor left beside it. */
    void discard() throws ProblemException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(file.getParent())) {
            for (Path each : all) {
                Files.delete(each);
            }
            Files.delete(file.getParent());
        } catch (IOException failed) {
            throw problem(file.getParent(), failed);
        }
    }

    private static ProblemException problem(Object object, IOException failed) {
        Problem problem = Problem.of("cli.edited", Problem.Category.STORAGE, "object", object);
        return new ProblemException(problem.with(failed.toString()), failed);
    }
}
