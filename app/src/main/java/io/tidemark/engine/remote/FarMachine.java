package io.tidemark.engine.remote;

import io.tidemark.engine.Connections.Connection;
import io.tidemark.engine.Images;
import io.tidemark.engine.Jobs;
import io.tidemark.engine.JobsThere;
import io.tidemark.engine.Operations;
import io.tidemark.engine.Recipes;
import io.tidemark.engine.Views;

/** The services of one other machine, all over one line. */
final class FarMachine implements AutoCloseable {

    private final Link link;
    private final Views views;
    private final Images images;
    private final Recipes recipes;
    private final FarJobs jobs;
    private final FarOperations operations;

    FarMachine(Contract contract, Link link) {
        this.link = link;
        this.views = FarService.of(Views.class, contract, link);
        this.images = FarService.of(Images.class, contract, link);
        this.recipes = FarService.of(Recipes.class, contract, link);
        JobsThere there = FarService.of(JobsThere.class, contract, link);
        this.jobs = new FarJobs(there, FarService.of(Jobs.class, contract, link), new Translation(link.server()));
        this.operations = new FarOperations(FarService.of(Operations.class, contract, link), jobs, link);
    }

    Views views() {
        return views;
    }

    Images images() {
        return images;
    }

    Recipes recipes() {
        return recipes;
    }

    FarJobs jobs() {
        return jobs;
    }

    Operations operations() {
        return operations;
    }

    Connection connection() {
        return link.state();
    }

    @Override
    public void close() {
        link.close();
    }
}
