package io.tidemark.engine.local;

import io.tidemark.engine.Jobs;
import io.tidemark.engine.Operations;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobOrder;
import io.tidemark.job.JobRunner;
import io.tidemark.job.ResourceKey;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jobs of this console, and those that repositories keep. Safe for all threads. */
final class LocalJobs implements Jobs {

    private final JobRunner runner;
    private final Operations operations;
    private final Repositories repositories;
    private final Archives archives;

    /**
     * Jobs over a runner.
     *
     * @param operations carries plans out without keeping them as jobs itself
     */
    LocalJobs(JobRunner runner, Operations operations, Repositories repositories, Archives archives) {
        this.runner = runner;
        this.operations = operations;
        this.repositories = repositories;
        this.archives = archives;
    }

    @Override
    public JobRecord start(Plan plan) throws ProblemException {
        Path dir = repositories.place(plan.operation().dir());
        String id = JobIds.fresh();
        archives.placed(id, dir);
        return runner.start(new JobOrder(
                id,
                plan,
                repositories.ground().actor(),
                Set.of(ResourceKey.writing(dir.toString())),
                job -> operations.run(plan, job)));
    }

    @Override
    public List<JobRecord> list() {
        Map<String, JobRecord> jobs = new LinkedHashMap<>();
        archives.list().forEach(job -> jobs.put(job.id(), job));
        runner.list().forEach(job -> jobs.put(job.id(), job));
        return jobs.values().stream()
                .sorted(Comparator.comparing(JobRecord::queued).reversed())
                .toList();
    }

    @Override
    public JobRecord get(String id) throws ProblemException {
        return find(id).orElseThrow(() -> unknown(id));
    }

    @Override
    public List<LogLine> log(String id, long after) throws ProblemException {
        JobRecord job = get(id);
        return runner.get(id).isPresent() ? runner.log(id, after) : archives.log(job, after);
    }

    @Override
    public JobRecord await(String id) throws ProblemException, InterruptedException {
        Optional<JobRecord> ended = runner.await(id);
        return ended.isPresent() ? ended.get() : get(id);
    }

    @Override
    public void cancel(String id) throws ProblemException {
        require(id);
        runner.cancel(id);
    }

    @Override
    public void pause(String id) throws ProblemException {
        require(id);
        runner.pause(id);
    }

    @Override
    public JobRecord resume(String id) throws ProblemException {
        JobRecord job = get(id);
        if (job.state().ended()) {
            return start(job.plan());
        }
        require(id);
        runner.goOn(id);
        return get(id);
    }

    @Override
    public void clearEnded() throws ProblemException {
        runner.clearEnded();
        archives.clearEnded();
    }

    private Optional<JobRecord> find(String id) {
        return runner.get(id)
                .or(() -> archives.list().stream()
                        .filter(job -> job.id().equals(id))
                        .findFirst());
    }

    /** Refuses to steer what runs in another process. */
    private void require(String id) throws ProblemException {
        JobRecord job = get(id);
        if (runner.get(id).isEmpty() && !job.state().ended()) {
            throw new ProblemException(Problem.of(
                    "job.elsewhere",
                    Problem.Category.REFUSED,
                    "object",
                    String.join(" ", job.plan().command()),
                    "actor",
                    job.actor()));
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.of("job.unknown", Problem.Category.USAGE, "object", id));
    }
}
