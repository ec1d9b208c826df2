package io.tidemark.source;

import java.time.Duration;

/** Waits; tests wait in no time. */
@FunctionalInterface
interface Pause {

    /** Returns after this time. */
    void of(Duration time) throws InterruptedException;
}
