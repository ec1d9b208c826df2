package io.tidemark.engine.remote;

import io.tidemark.engine.Json;
import io.tidemark.engine.Operations;
import io.tidemark.engine.Workspaces;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Operations, each where its repository lies. New repositories elsewhere join the workspace of this console, too. */
final class RoutedOperations implements Operations {

    private final Operations local;
    private final Machines machines;
    private final Workspaces workspaces;

    RoutedOperations(Operations local, Machines machines, Workspaces workspaces) {
        this.local = local;
        this.machines = machines;
        this.workspaces = workspaces;
    }

    @Override
    public Plan plan(Operation operation, JobContext job) throws ProblemException, InterruptedException {
        Optional<Machines.Far> far = machines.far(operation.dir());
        return far.isPresent()
                ? far.get().machine().operations().plan(at(operation, far.get().place()), job)
                : local.plan(operation, job);
    }

    @Override
    public Outcome run(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        Optional<Machines.Far> far = machines.far(plan.operation().dir());
        if (far.isEmpty()) {
            return local.run(plan, job);
        }
        Outcome outcome = far.get().machine().operations().run(plan, job);
        if (plan.operation() instanceof Operation.Init || plan.operation() instanceof Operation.Adopt) {
            workspaces.add(far.get().place().toString());
        }
        return outcome;
    }

    /** A name of our workspace means nothing elsewhere. */
    private static Operation at(Operation operation, RemotePlace place) {
        ObjectNode tree = Json.mapper().valueToTree(operation);
        return Json.mapper().convertValue(tree.put("dir", place.toString()), Operation.class);
    }
}
