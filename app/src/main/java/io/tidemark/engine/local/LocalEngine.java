package io.tidemark.engine.local;

import io.tidemark.engine.Engine;
import io.tidemark.engine.change.LocalOperations;
import io.tidemark.engine.delta.LocalDeltas;
import io.tidemark.engine.image.ImageWork;
import io.tidemark.engine.image.LocalImages;
import io.tidemark.engine.image.RunningWorkers;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.engine.view.LocalViews;
import io.tidemark.job.JobRunner;
import io.tidemark.job.MachinePool;
import io.tidemark.model.ProblemException;
import io.tidemark.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Puts the engine for repositories of this machine together. */
public final class LocalEngine {

    private LocalEngine() {}

    /** An engine whose jobs have virtual threads of their own. */
    public static Engine make(Ground ground, Neighbours neighbours, Path workspaceFile, MachinePool cpu) {
        return make(
                ground,
                neighbours,
                workspaceFile,
                cpu,
                task -> Thread.ofVirtual().name("job").start(task));
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
        LocalWorkspaces workspaces = new LocalWorkspaces(new WorkspaceFile(workspaceFile), dir -> nameOf(ground, dir));
        Repositories repositories = new Repositories(ground, workspaces::resolve);
        RunningWorkers running = new RunningWorkers();
        LocalOperations operations =
                new LocalOperations(repositories, neighbours, workspaces, new ImageWork(running, ground.sources()));
        Archives archives = new Archives(repositories, workspaces);
        JobRunner runner = new JobRunner(threads, cpu, ground.clock(), archives);
        return new Engine(
                new RecordedOperations(operations, repositories, archives),
                new LocalViews(repositories, neighbours, cpu),
                new LocalJobs(runner, operations, repositories, archives),
                workspaces,
                new LocalServing(repositories, workspaces),
                new LocalDeltas(),
                new LocalImages(repositories, running));
    }

    private static Optional<String> nameOf(Ground ground, Path dir) {
        try {
            return Optional.of(ground.stores().open(dir).config().name());
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }
}
