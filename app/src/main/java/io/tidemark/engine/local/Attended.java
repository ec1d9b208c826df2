package io.tidemark.engine.local;

import io.tidemark.engine.Engine;
import io.tidemark.engine.JobsThere;

/**
 * What a process offers that attends to consoles on other machines.
 *
 * @param end waits for what runs in this process itself and must not be torn
 */
public record Attended(Engine engine, JobsThere jobsThere, End end) {

    /** How to end. */
    @FunctionalInterface
    public interface End {
        /** Returns when nothing runs in this process any more. */
        void await() throws InterruptedException;
    }
}
