package io.tidemark.kind;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;

/** How a kind packs a version into one file that its own program reads again. Stateless and safe for all threads. */
@FunctionalInterface
public interface OwnExport {

    /**
     * Writes the file.
     *
     * @param tree the version, for reading only
     * @param file where the file is to be; nothing is there yet
     */
    void write(Path tree, Path file, JobContext job) throws ProblemException, InterruptedException;
}
