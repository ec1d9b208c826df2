package io.tidemark.engine.local;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Hosts;
import io.tidemark.engine.Jobs;
import io.tidemark.engine.Operations;
import io.tidemark.engine.change.LocalOperations;
import io.tidemark.engine.delta.LocalDeltas;
import io.tidemark.engine.host.HostWork;
import io.tidemark.engine.host.LocalHosts;
import io.tidemark.engine.image.ImageWork;
import io.tidemark.engine.image.LocalImages;
import io.tidemark.engine.image.RunningWorkers;
import io.tidemark.engine.recipe.LocalRecipes;
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
        Archives archives,
        Hosts hosts) {

    /**
     * The parts.
     *
     * @param fresh how long what was read of other processes' jobs counts as true
     */
    static Parts of(LocalEngine.Base base, Duration fresh) {
        Ground ground = base.ground();
        WorkspaceFile file = new WorkspaceFile(base.workspaceFile());
        LocalWorkspaces workspaces = new LocalWorkspaces(file, dir -> nameOf(ground, dir));
        Repositories repositories = new Repositories(ground, workspaces::resolve);
        RunningWorkers running = new RunningWorkers();
        Operations operations = new AwakeOperations(
                new LocalOperations(
                        repositories,
                        base.neighbours(),
                        workspaces,
                        new ImageWork(running, ground.sources()),
                        new HostWork(repositories, base.doors())),
                new SleepInhibitor("systemd-inhibit"));
        Archives archives = new Archives(repositories, workspaces, fresh);
        Hosts hosts = new LocalHosts(file, workspaces, repositories, base.doors());
        return new Parts(base, workspaces, repositories, running, operations, archives, hosts);
    }

    Engine engine(Jobs jobs) {
        return new Engine(
                new RecordedOperations(operations, repositories, archives),
                new LocalViews(repositories, base.neighbours(), base.cpu()),
                jobs,
                workspaces,
                new LocalServing(repositories, workspaces),
                new LocalDeltas(),
                new LocalImages(repositories, running, base.cpu()),
                new LocalRecipes(repositories),
                hosts);
    }

    private static Optional<String> nameOf(Ground ground, Path dir) {
        try {
            return Optional.of(ground.stores().open(dir).config().name());
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }
}
