package io.tidemark.demo;

import io.tidemark.engine.Engine;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes a history: real operations, with time passing between them. */
final class History {

    private final Engine engine;
    private final HistoryClock clock;
    private final JobContext job;

    History(Engine engine, HistoryClock clock, JobContext job) {
        this.engine = engine;
        this.clock = clock;
        this.job = job;
    }

    Outcome run(Operation operation) throws ProblemException, InterruptedException {
        Outcome outcome = engine.operations().run(engine.operations().plan(operation, job), job);
        pass(Duration.ofMinutes(20));
        return outcome;
    }

    /** A new version, promoted at once, then a while of quiet. */
    void update(String place, Optional<String> channel, Duration quiet) throws ProblemException, InterruptedException {
        run(new Operation.Update(place, Optional.empty(), channel, true, List.of(), List.of()));
        pass(quiet);
    }

    /** The newest version goes to a channel, then a while of quiet. */
    void promote(String place, String channel, String reason, Duration quiet)
            throws ProblemException, InterruptedException {
        RepositoryStatus status = engine.views().status(place);
        run(new Operation.Promote(place, status.newest().orElseThrow(), channel, true, true, reason));
        pass(quiet);
    }

    void pass(Duration time) {
        clock.advance(time);
    }
}
