package io.tidemark.job;

import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;

/** Is told of every change of a job, in order, so that it can be kept. Must not fail and not take long. */
public interface JobKeeper {

    /** A job's state changed. */
    void changed(JobRecord job);

    /** A job said something. */
    void logged(String id, LogLine line);

    /** Keeps nothing. */
    static JobKeeper none() {
        return new JobKeeper() {
            @Override
            public void changed(JobRecord job) {}

            @Override
            public void logged(String id, LogLine line) {}
        };
    }
}
