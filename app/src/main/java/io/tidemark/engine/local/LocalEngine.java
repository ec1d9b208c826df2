package io.tidemark.engine.local;

import io.tidemark.engine.Engine;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.host.Doors;
import io.tidemark.job.JobRunner;
import io.tidemark.job.MachinePool;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Puts the engine for repositories of this machine together. */
public final class LocalEngine {

    private static final Duration LIVE = Duration.ofMillis(150);
    private static final Executor OWN_THREADS =
            task -> Thread.ofVirtual().name("job").start(task);

    private LocalEngine() {}

    /**
     * What an engine stands on.
     *
     * @param ground stores, sources, kinds, clock and actor
     * @param neighbours finds programs that write into trees
     * @param doors open connections to mirror hosts
     */
    public record Base(Ground ground, Neighbours neighbours, Path workspaceFile, MachinePool cpu, Doors doors) {

        /** What an engine stands on that reaches no host. */
        public Base(Ground ground, Neighbours neighbours, Path workspaceFile, MachinePool cpu) {
            this(ground, neighbours, workspaceFile, cpu, Doors.none());
        }
    }

    /** An engine whose jobs have virtual threads of their own. */
    public static Engine make(Base base) {
        Parts parts = Parts.of(base, Archives.UNHURRIED);
        return parts.engine(jobs(parts, OWN_THREADS));
    }

    /** An engine whose jobs have virtual threads of their own. */
    public static Engine make(Ground ground, Neighbours neighbours, Path workspaceFile, MachinePool cpu) {
        return make(ground, neighbours, workspaceFile, cpu, OWN_THREADS);
    }

    /**
     * An engine.
     *
     * @param ground stores, sources, kinds, clock and actor
     * @param neighbours finds programs that write into trees
     * @param threads runs jobs; {@code Runnable::run} for the calling thread
     */
    public static Engine make(
            Ground ground, Neighbours neighbours, Path workspaceFile, MachinePool cpu, Executor threads) {
        Parts parts = Parts.of(new Base(ground, neighbours, workspaceFile, cpu), Archives.UNHURRIED);
        return parts.engine(jobs(parts, threads));
    }

    /** An engine for consoles on other machines: its jobs run in processes of their own. */
    public static Attended attending(Base base, Launcher launcher) {
        Parts parts = Parts.of(base, LIVE);
        DetachedJobs jobs =
                new DetachedJobs(jobs(parts, OWN_THREADS), parts.repositories(), parts.archives(), launcher);
        return new Attended(parts.engine(jobs), new LocalJobsThere(jobs), jobs::awaitOwn);
    }

    /**
     * Carries out one kept job and returns when it has ended.
     *
     * @param dir the repository that keeps it
     * @throws ProblemException {@code job.unknown} if there is none of that id that waits
     */
    public static JobState work(Base base, Path dir, String id) throws ProblemException, InterruptedException {
        Parts parts = Parts.of(base, LIVE);
        JobArchive archive = parts.archives().of(dir).orElseThrow(() -> unknown(id));
        JobRecord order = archive.written(id)
                .filter(job -> job.state() == JobState.QUEUED)
                .orElseThrow(() -> unknown(id));
        WorkerKeeper keeper = new WorkerKeeper(archive, order);
        JobRunner runner = new JobRunner(OWN_THREADS, base.cpu(), base.ground().clock(), keeper);
        return new Worker(order, keeper, runner, parts.operations()).work();
    }

    private static LocalJobs jobs(Parts parts, Executor threads) {
        LocalEngine.Base base = parts.base();
        JobRunner runner = new JobRunner(threads, base.cpu(), base.ground().clock(), parts.archives());
        return new LocalJobs(runner, parts.operations(), parts.repositories(), parts.archives());
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.of("job.unknown", Problem.Category.USAGE, "object", id));
    }
}
