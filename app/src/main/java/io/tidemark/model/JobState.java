package io.tidemark.model;

/** Where a job stands. */
public enum JobState {
    QUEUED,
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED,
    /** Its process ended before it did; it can be run again and continues from what was kept. */
    INTERRUPTED;

    /** Whether it will not change any more. */
    public boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED || this == INTERRUPTED;
    }
}
