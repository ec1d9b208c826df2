package io.tidemark.job;

import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;

/**
 * What running work may ask of its surroundings. Engine methods block, can be interrupted, and are handed one of these.
 * Safe for use by all threads of a job.
 */
public interface JobContext {

    /** Counters that a watcher samples. */
    Progress progress();

    /**
     * Returns if the job may go on; waits while it is paused.
     *
     * @throws InterruptedException if it was cancelled
     */
    void checkpoint() throws InterruptedException;

    /** Writes a line to the job's log. */
    void log(Severity severity, Phrase phrase);

    /** The pool for work that keeps a processor busy; as wide as the machine, shared by all jobs. */
    CpuPool cpu();

    /** Writes an ordinary line to the job's log. */
    default void log(String key, Object... args) {
        log(Severity.INFO, Phrase.of(key, args));
    }
}
