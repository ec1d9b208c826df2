package io.tidemark.ui;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Where the bridge lets things run: work aside, answers on the stage, repeated steps at a pace. */
interface Threads {

    /** Runs work beside the stage. */
    void aside(Runnable work);

    /** The stage: the JavaFX thread, or in tests the calling thread. */
    Executor stage();

    /** Puts a step on the stage again and again; in tests never, a test takes the step itself. */
    Subscription repeat(Duration pace, Runnable step);

    /** Puts a step on the stage once, after a while; in tests never. */
    void after(Duration delay, Runnable step);

    /** Ends what is repeated. */
    void close();
}
