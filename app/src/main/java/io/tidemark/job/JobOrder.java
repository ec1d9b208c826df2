package io.tidemark.job;

import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import java.util.Set;

/**
 * Work handed to a {@link JobRunner}.
 *
 * @param id random, 16 hex digits
 * @param plan what it carries out
 * @param actor who asked for it
 * @param needs what it must have before it starts
 * @param work what it does
 */
public record JobOrder(String id, Plan plan, String actor, Set<ResourceKey> needs, Work work) {

    public JobOrder {
        needs = Set.copyOf(needs);
    }

    /** What a job does. */
    @FunctionalInterface
    public interface Work {
        /** Does it; blocks until it is done. */
        Outcome run(JobContext job) throws ProblemException, InterruptedException;
    }
}
