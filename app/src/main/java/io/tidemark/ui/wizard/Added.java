package io.tidemark.ui.wizard;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Workspaces;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** What follows when a repository was made or adopted: it joins the workspace, and adopted versions are sealed aside. */
final class Added implements Sequel {

    private final Engine engine;
    private final boolean seal;
    private volatile String name = "";

    Added(Engine engine, boolean seal) {
        this.engine = engine;
        this.seal = seal;
    }

    /** The repository's name in the workspace; empty until it is there. */
    String name() {
        return name;
    }

    @Override
    public void after(Outcome outcome, JobContext job) throws ProblemException, InterruptedException {
        String dir = outcome.operation().dir();
        name = known(dir);
        if (seal) {
            Plan plan = engine.operations().plan(new Operation.Seal(name, List.of()), job);
            if (!plan.nothingToDo() && plan.mayRun()) {
                engine.jobs().start(plan);
            }
        }
    }

    private String known(String dir) throws ProblemException {
        return dir.startsWith(Workspaces.ELSEWHERE) ? engine.workspaces().add(dir) : knownHere(dir);
    }

    private String knownHere(String dir) throws ProblemException {
        Path wanted = Path.of(dir).toAbsolutePath().normalize();
        for (Workspaces.Place place : engine.workspaces().get().repositories()) {
            if (place.here()
                    && Path.of(place.dir()).toAbsolutePath().normalize().equals(wanted)) {
                return place.name();
            }
        }
        return engine.workspaces().add(dir);
    }
}
