package io.tidemark.engine.local;

import io.tidemark.engine.Operations;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.program.SleepInhibitor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Operations during which the machine is kept from going to sleep, once they have lasted a moment. */
final class AwakeOperations implements Operations {

    private static final long SHORT_SECONDS = 3;

    private final Operations operations;
    private final SleepInhibitor inhibitor;

    AwakeOperations(Operations operations, SleepInhibitor inhibitor) {
        this.operations = operations;
        this.inhibitor = inhibitor;
    }

    @Override
    public Plan plan(Operation operation, JobContext job) throws ProblemException, InterruptedException {
        return operations.plan(operation, job);
    }

    @Override
    public Outcome run(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread guard = Thread.ofPlatform().daemon().name("awake").start(() -> stayAwake(plan, job, done));
        try {
            return operations.run(plan, job);
        } finally {
            done.countDown();
            guard.interrupt();
        }
    }

    private void stayAwake(Plan plan, JobContext job, CountDownLatch done) {
        try {
            if (done.await(SHORT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            try (SleepInhibitor.Held held = inhibitor.hold(String.join(" ", plan.command()))) {
                job.log(held.works() ? "job.awake" : "job.awake.not", "why", held.why());
                done.await();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
