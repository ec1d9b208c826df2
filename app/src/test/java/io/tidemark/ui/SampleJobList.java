package io.tidemark.ui;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProgressSample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs in the pictures: two running, two waiting, the rest over. */
final class SampleJobList {

    private static final String ALPINE = SampleHistory.ALPINE;
    private static final Problem UNREACHABLE = Problem.of(
                    "upstream.timeout",
                    Problem.Category.UNREACHABLE,
                    "object",
                    "https://downloads.example.org/panoptiscan/")
            .in(Problem.State.STAGING_KEPT);

    private SampleJobList() {}

    static List<JobRecord> jobs() {
        Plan update = SamplePlans.of(
                new Operation.Update(ALPINE, Optional.empty(), Optional.empty(), false, List.of(), List.of()));
        return List.of(
                running("01", update, new ProgressSample("fetch", 132, 212, 806_000_000, 1_300_000_000, 46_000_000)),
                running(
                        "02",
                        verify("alpine-servers", "3.15.4"),
                        new ProgressSample("verify", 6_321, 20_325, 11_800_000_000L, 38_100_000_000L, 1_060_000_000)),
                waiting("03", verify(ALPINE, "3.15.5"), "tidemark update alpine-thin-clients"),
                waiting(
                        "04",
                        SamplePlans.of(new Operation.Prune(ALPINE, List.of("3.14.3"), 0)),
                        "tidemark update alpine-thin-clients"),
                over("05", verify(ALPINE, "3.15.4"), JobState.DONE, "2022-08-16T19:52:00Z"),
                failed(
                        "06",
                        SamplePlans.of(new Operation.Update(
                                "panoptiscan", Optional.empty(), Optional.empty(), false, List.of(), List.of()))),
                over(
                        "07",
                        SamplePlans.of(
                                new Operation.Rollback(ALPINE, "latest-stable", Optional.of("3.15.4"), true, "i915")),
                        JobState.DONE,
                        "2022-08-16T18:12:00Z"),
                over(
                        "08",
                        SamplePlans.of(new Operation.Prune("alpine-servers", List.of("3.14.0"), 0)),
                        JobState.CANCELLED,
                        "2022-08-16T17:40:00Z"),
                over(
                        "09",
                        SamplePlans.of(new Operation.Snapshot("antivirus-data", "2022-08-08", "2022-08-15")),
                        JobState.DONE,
                        "2022-08-16T17:00:00Z"),
                over("0a", verify("deploy-scripts", ""), JobState.INTERRUPTED, "2022-08-15T16:00:00Z"));
    }

    static JobRecord job(String id, Plan plan, JobState state, Instant queued) {
        return new JobRecord(
                id,
                plan,
                state,
                SampleHistory.ACTOR,
                queued,
                state == JobState.QUEUED ? Optional.empty() : Optional.of(queued),
                Optional.empty(),
                Optional.empty(),
                ProgressSample.none(),
                Optional.empty(),
                Optional.empty());
    }

    private static JobRecord running(String id, Plan plan, ProgressSample sample) {
        Instant start = SampleHistory.NOW.minusSeconds(90);
        return full(id, plan, JobState.RUNNING, start, Optional.empty(), sample, Optional.empty());
    }

    private static JobRecord waiting(String id, Plan plan, String waitsFor) {
        JobRecord job = job(id, plan, JobState.QUEUED, SampleHistory.NOW.minusSeconds(60));
        return new JobRecord(
                id,
                plan,
                job.state(),
                job.actor(),
                job.queued(),
                job.started(),
                job.ended(),
                Optional.of(waitsFor),
                job.progress(),
                job.problem(),
                job.outcome());
    }

    private static JobRecord over(String id, Plan plan, JobState state, String started) {
        return full(
                id,
                plan,
                state,
                SampleHistory.at(started),
                Optional.of(SampleHistory.at(started).plusSeconds(41)),
                ProgressSample.none(),
                Optional.empty());
    }

    private static JobRecord failed(String id, Plan plan) {
        Instant start = SampleHistory.at("2022-08-16T19:30:00Z");
        return full(
                id,
                plan,
                JobState.FAILED,
                start,
                Optional.of(start.plusSeconds(120)),
                ProgressSample.none(),
                Optional.of(UNREACHABLE));
    }

    private static JobRecord full(
            String id,
            Plan plan,
            JobState state,
            Instant start,
            Optional<Instant> end,
            ProgressSample sample,
            Optional<Problem> problem) {
        Optional<Outcome> outcome =
                state == JobState.DONE ? Optional.of(SampleOperations.outcome(plan)) : Optional.empty();
        return new JobRecord(
                id,
                plan,
                state,
                SampleHistory.ACTOR,
                start,
                Optional.of(start),
                end,
                Optional.empty(),
                sample,
                problem,
                outcome);
    }

    private static Plan verify(String repository, String version) {
        return SamplePlans.of(
                new Operation.Verify(repository, version.isEmpty() ? Optional.empty() : Optional.of(version)));
    }
}
