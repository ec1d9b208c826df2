package io.tidemark.engine;

/** All services of the engine together, as window and command line are handed them. */
public record Engine(
        Operations operations,
        Views views,
        Jobs jobs,
        Workspaces workspaces,
        Serving serving,
        Deltas deltas,
        Images images) {}
