package io.tidemark.kind;

import io.tidemark.job.JobContext;
import io.tidemark.model.FileChange;
import io.tidemark.model.PackageChange;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a kind compares versions whose files say little about what they hold: packs of objects, commits. Stateless and safe
 * for all threads; writes nothing below a repository.
 */
public interface OwnComparison {

    /** What of the contents differs by name: packages, branches, commits. */
    List<PackageChange> packages(Side before, Side after, JobContext job) throws ProblemException, InterruptedException;

    /** Files that differ in what the versions hold, in path order; memory stays bounded. */
    void files(Side before, Side after, Consumer<FileChange> sink, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * One of the two versions.
     *
     * @param tree where its files lie
     */
    record Side(Path tree, VersionFacts facts) {}
}
