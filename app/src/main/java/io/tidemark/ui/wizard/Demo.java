package io.tidemark.ui.wizard;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;

/** Opens the demonstration: a small upstream and a repository with history, without any network. */
@FunctionalInterface
public interface Demo {

    /** Makes it if it is not there yet, adds it to the workspace, and answers its repository's name there. */
    String open(JobContext job) throws ProblemException, InterruptedException;
}
