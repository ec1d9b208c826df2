package io.tidemark.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it is shown and kept.
 *
 * @param id random, 16 hex digits
 * @param plan what it carries out
 * @param state where it stands
 * @param waitsFor what a queued job waits for, in the words of the other job's plan, if anything
 * @param progress last sample
 * @param problem why it failed, if it did
 * @param outcome what it did, once done
 */
public record JobRecord(
        String id,
        Plan plan,
        JobState state,
        String actor,
        Instant queued,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<String> waitsFor,
        ProgressSample progress,
        Optional<Problem> problem,
        Optional<Outcome> outcome) {}
