package io.tidemark.engine.local;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Jobs;
import io.tidemark.engine.Operations;
import io.tidemark.engine.change.LocalOperations;
import io.tidemark.engine.delta.LocalDeltas;
import io.tidemark.engine.image.ImageWork;
import io.tidemark.engine.image.LocalImages;
import io.tidemark.engine.image.RunningWorkers;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.engine.view.LocalViews;
import io.tidemark.model.ProblemException;
import io.tidemark.program.SleepInhibitor;
import io.tidemark.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What every engine of this machine is made of. */
record Parts(
        LocalEngine.Base base,
        LocalWorkspaces workspaces,
        Repositories repositories,
        RunningWorkers running,
        Operations operations,
        Archives archives) {

    /**
     * The parts.
     *
     * @param fresh how long what was read of other processes' jobs counts as true
     */
    static Parts of(LocalEngine.Base base, Duration fresh) {
        Ground ground = base.ground();
        LocalWorkspaces workspaces =
                new LocalWorkspaces(new WorkspaceFile(base.workspaceFile()), dir -> nameOf(ground, dir));
        Repositories repositories = new Repositories(ground, workspaces::resolve);
        RunningWorkers running = new RunningWorkers();
        Operations operations = new AwakeOperations(
                new LocalOperations(
                        repositories, base.neighbours(), workspaces, new ImageWork(running, ground.sources())),
                new SleepInhibitor("systemd-inhibit"));
        Archives archives = new Archives(repositories, workspaces, fresh);
        return new Parts(base, workspaces, repositories, running, operations, archives);
    }

    Engine engine(Jobs jobs) {
        return new Engine(
                new RecordedOperations(operations, repositories, archives),
                new LocalViews(repositories, base.neighbours(), base.cpu()),
                jobs,
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
