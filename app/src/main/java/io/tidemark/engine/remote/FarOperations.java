package io.tidemark.engine.remote;

import io.tidemark.engine.Operations;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;

/** Operations on another machine: planned there, carried out there as a job that is followed from here. */
final class FarOperations implements Operations {

    private final Operations there;
    private final FarJobs jobs;
    private final Link link;

    FarOperations(Operations there, FarJobs jobs, Link link) {
        this.there = there;
        this.jobs = jobs;
        this.link = link;
    }

    @Override
    public Plan plan(Operation operation, JobContext job) throws ProblemException, InterruptedException {
        return there.plan(operation, job);
    }

    /** Whoever stops following leaves the job to itself: it goes on there. */
    @Override
    public Outcome run(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        return new Following(jobs, link::state, job).follow(jobs.start(plan));
    }
}
