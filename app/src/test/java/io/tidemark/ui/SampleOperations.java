package io.tidemark.ui;

import io.tidemark.engine.Operations;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Plans and outcomes of the sample repositories; remembers what was asked last. */
public final class SampleOperations implements Operations {

    private final AtomicReference<Operation> planned = new AtomicReference<>();
    private final AtomicReference<Operation> ran = new AtomicReference<>();

    /** The operation planned last, or null. */
    public Operation planned() {
        return planned.get();
    }

    /** The operation carried out last, or null. */
    public Operation ran() {
        return ran.get();
    }

    @Override
    public Plan plan(Operation operation, JobContext job) {
        planned.set(operation);
        return SamplePlans.of(operation);
    }

    @Override
    public Outcome run(Plan plan, JobContext job) {
        ran.set(plan.operation());
        return outcome(plan);
    }

    static Outcome outcome(Plan plan) {
        return new Outcome(
                plan.operation(),
                plan.repository(),
                Outcome.Result.DONE,
                Phrase.of("sample.done", "version", plan.version().orElse("")),
                plan.version(),
                plan.channel(),
                Map.of("millis", 41_000L),
                plan.notices());
    }
}
