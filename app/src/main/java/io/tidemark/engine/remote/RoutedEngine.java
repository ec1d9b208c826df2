package io.tidemark.engine.remote;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Images;
import io.tidemark.engine.Recipes;
import io.tidemark.engine.Views;

/** Puts the engine of a console together: repositories of this machine at once, others over lines. */
public final class RoutedEngine {

    private RoutedEngine() {}

    /**
     * The engine of a console.
     *
     * @param local the engine of this machine; its workspace counts
     * @param dialer opens lines
     * @param here who speaks
     */
    public static Engine over(Engine local, Dialer dialer, Hello here, Patience patience) {
        RoutedWorkspaces workspaces = new RoutedWorkspaces(local.workspaces());
        Machines machines = new Machines(workspaces, dialer, here, patience);
        return new Engine(
                new RoutedOperations(local.operations(), machines, workspaces),
                RoutedService.of(Views.class, local.views(), machines, FarMachine::views),
                new RoutedJobs(local.jobs(), machines),
                workspaces,
                new RoutedServing(local.serving(), machines),
                local.deltas(),
                RoutedService.of(Images.class, local.images(), machines, FarMachine::images),
                RoutedService.of(Recipes.class, local.recipes(), machines, FarMachine::recipes),
                machines,
                local.hosts());
    }
}
