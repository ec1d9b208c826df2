package io.tidemark.engine;

/** All services of the engine together, as window and command line are handed them. */
public record Engine(
        Operations operations,
        Views views,
        Jobs jobs,
        Workspaces workspaces,
        Serving serving,
        Deltas deltas,
        Images images,
        Recipes recipes,
        Connections connections,
        Hosts hosts)
        implements AutoCloseable {

    /** An engine whose repositories all lie on this machine. */
    public Engine(
            Operations operations,
            Views views,
            Jobs jobs,
            Workspaces workspaces,
            Serving serving,
            Deltas deltas,
            Images images,
            Recipes recipes,
            Hosts hosts) {
        this(operations, views, jobs, workspaces, serving, deltas, images, recipes, Connections.none(), hosts);
    }

    /** Hangs up on other machines; jobs there go on. Without effect on what lies here. */
    @Override
    public void close() {
        connections.close();
    }
}
