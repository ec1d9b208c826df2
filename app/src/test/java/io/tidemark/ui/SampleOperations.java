package io.tidemark.ui;

import io.tidemark.engine.Operations;
import io.tidemark.job.JobContext;
import io.tidemark.model.Gate;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Plans and outcomes of the sample repositories; remembers what was asked last. */
public final class SampleOperations implements Operations {

    private final AtomicReference<Operation> planned = new AtomicReference<>();
    private final AtomicReference<Operation> ran = new AtomicReference<>();
    private final AtomicReference<Problem> refusal = new AtomicReference<>();
    private final AtomicBoolean idle = new AtomicBoolean();
    private final AtomicReference<Gate> closed = new AtomicReference<>();

    /** The operation planned last, or null. */
    public Operation planned() {
        return planned.get();
    }

    /** The operation carried out last, or null. */
    public Operation ran() {
        return ran.get();
    }

    /** Makes planning fail from now on. */
    public void refuse(Problem problem) {
        refusal.set(problem);
    }

    /** Finds nothing to do from now on. */
    public void nothing() {
        idle.set(true);
    }

    /** Closes a gate of every plan from now on. */
    public void close(Gate gate) {
        closed.set(gate);
    }

    @Override
    public Plan plan(Operation operation, JobContext job) throws ProblemException {
        planned.set(operation);
        if (refusal.get() != null) {
            throw new ProblemException(refusal.get());
        }
        Plan plan = idle.get() ? SamplePlans.nothing(operation) : SamplePlans.of(operation);
        return closed.get() == null ? plan : SamplePlans.with(plan, List.of(closed.get()));
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
                SampleOutcomes.summary(plan),
                plan.version(),
                plan.channel(),
                SampleOutcomes.figures(plan),
                plan.notices());
    }
}
