package io.tidemark.ui.wizard;

import io.tidemark.job.JobContext;
import io.tidemark.model.Outcome;
import io.tidemark.model.ProblemException;

/** What a wizard does once its job is done, whether its dialog is still open or not. */
@FunctionalInterface
interface Sequel {

    /** Nothing more. */
    Sequel NONE = (_, _) -> {};

    /** Does it; runs beside the JavaFX thread. */
    void after(Outcome outcome, JobContext job) throws ProblemException, InterruptedException;
}
