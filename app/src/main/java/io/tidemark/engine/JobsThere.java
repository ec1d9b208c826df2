package io.tidemark.engine;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.ProgressSample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a console on another machine asks about jobs beside {@link Jobs}: starting one may be repeated after the line was cut,
 * and watching says only what is new.
 */
public interface JobsThere {

    /**
     * Starts a plan under an id that the asker chose; asked again it answers how that job stands.
     *
     * @param id 16 hex digits
     */
    JobRecord start(String id, Plan plan) throws ProblemException, InterruptedException;

    /**
     * How the jobs of some repositories stand.
     *
     * @param mark what {@link Seen#mark} was the last time, empty the first time
     * @param open ids of jobs that had not ended then
     */
    Seen watch(List<String> dirs, String mark, List<String> open) throws ProblemException;

    /**
     * Which jobs some repositories have.
     *
     * @param known ids of jobs that the asker has seen after their end
     */
    Kept kept(List<String> dirs, List<String> known) throws ProblemException;

    /** Forgets the ended jobs of some repositories. */
    void forgetEnded(List<String> dirs) throws ProblemException;

    /**
     * Jobs of some repositories.
     *
     * @param ids all of them
     * @param news those that were not known
     */
    record Kept(List<String> ids, List<JobRecord> news) {
        public Kept {
            ids = List.copyOf(ids);
            news = List.copyOf(news);
        }
    }

    /**
     * What is new.
     *
     * @param mark stands for which jobs there are and which of them have ended
     * @param steps how those stand that were open, as far as they are still there
     */
    record Seen(String mark, List<Step> steps) {
        public Seen {
            steps = List.copyOf(steps);
        }
    }

    /** A job without its plan. */
    record Step(
            String id,
            JobState state,
            Optional<Instant> started,
            Optional<Instant> ended,
            Optional<String> waitsFor,
            ProgressSample progress,
            Optional<Problem> problem,
            Optional<Outcome> outcome) {

        /** How a job stands. */
        public static Step of(JobRecord job) {
            return new Step(
                    job.id(),
                    job.state(),
                    job.started(),
                    job.ended(),
                    job.waitsFor(),
                    job.progress(),
                    job.problem(),
                    job.outcome());
        }

        /** The job, its plan known from before. */
        public JobRecord on(JobRecord before) {
            return new JobRecord(
                    id,
                    before.plan(),
                    state,
                    before.actor(),
                    before.queued(),
                    started,
                    ended,
                    waitsFor,
                    progress,
                    problem,
                    outcome);
        }
    }
}
