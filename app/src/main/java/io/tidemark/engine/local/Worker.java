package io.tidemark.engine.local;

import io.tidemark.engine.Operations;
import io.tidemark.job.JobContext;
import io.tidemark.job.JobOrder;
import io.tidemark.job.JobRunner;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.Outcome;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Carries out one kept job in a process of its own: keeps how it stands, and does what others ask of it. */
final class Worker {

    private static final Duration PACE = Duration.ofMillis(200);
    private static final Comparator<JobRecord> TURN =
            Comparator.comparing(JobRecord::queued).thenComparing(JobRecord::id);

    private final JobArchive archive;
    private final JobRecord order;
    private final WorkerKeeper keeper;
    private final JobRunner runner;
    private final Operations operations;

    Worker(JobRecord order, WorkerKeeper keeper, JobRunner runner, Operations operations) {
        this.archive = keeper.archive();
        this.order = order;
        this.keeper = keeper;
        this.runner = runner;
        this.operations = operations;
    }

    /** Does the job and returns when it has ended; answers how. */
    JobState work() throws ProblemException, InterruptedException {
        runner.start(new JobOrder(order.id(), order.plan(), order.actor(), Set.of(), this::carryOut));
        JobRecord now = order;
        while (!now.state().ended()) {
            Thread.sleep(PACE);
            obey();
            now = runner.get(order.id()).orElseThrow();
            keeper.sampled(now);
        }
        return now.state();
    }

    private void obey() throws ProblemException {
        Optional<Wish> wish = archive.asked(order.id());
        if (wish.isPresent()) {
            switch (wish.get()) {
                case CANCEL -> runner.cancel(order.id());
                case PAUSE -> runner.pause(order.id());
                case GO_ON -> runner.goOn(order.id());
            }
        }
    }

    private Outcome carryOut(JobContext job) throws ProblemException, InterruptedException {
        awaitTurn(job);
        return operations.run(order.plan(), job);
    }

    /** Jobs of other processes on the same repository that were asked for earlier come first. */
    private void awaitTurn(JobContext job) throws ProblemException, InterruptedException {
        String said = "";
        for (Optional<JobRecord> first = first(); first.isPresent(); first = first()) {
            if (!first.get().id().equals(said)) {
                said = first.get().id();
                job.log(
                        "job.waits",
                        "other",
                        String.join(" ", first.get().plan().command()));
            }
            job.checkpoint();
            Thread.sleep(PACE);
        }
    }

    private Optional<JobRecord> first() throws ProblemException {
        return archive.all().stream()
                .filter(other -> !other.state().ended() && !other.id().equals(order.id()))
                .filter(other -> TURN.compare(other, order) < 0)
                .min(TURN);
    }
}
