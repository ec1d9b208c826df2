package io.tidemark.job;

import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;

/** A context for work on the calling thread that nobody watches: short questions of a window, tests. */
public record Unwatched(Progress progress, CpuPool cpu) implements JobContext {

    /** A context with counters of its own. */
    public Unwatched(CpuPool cpu) {
        this(new Progress(), cpu);
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public void log(Severity severity, Phrase phrase) {}
}
