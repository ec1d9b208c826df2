package io.tidemark.engine.local;

import io.tidemark.engine.Jobs;
import io.tidemark.engine.Operations;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobOrder;
import io.tidemark.job.JobRunner;
import io.tidemark.job.ResourceKey;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jobs of this console, and those that repositories keep. Safe for all threads. */
final class LocalJobs implements Jobs {

    private static final Duration PACE = Duration.ofMillis(250);

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
        return start(JobIds.fresh(), plan);
    }

    /** Starts a plan under an id that was chosen before; a job that is there already is left alone. */
    JobRecord start(String id, Plan plan) throws ProblemException {
        Optional<JobRecord> there = runner.get(id);
        if (there.isPresent()) {
            return there.get();
        }
        Path dir = repositories.place(plan.operation().dir());
        archives.placed(id, dir);
        return runner.start(new JobOrder(
                id,
                plan,
                repositories.ground().actor(),
                needs(plan.operation(), dir),
                job -> operations.run(plan, job)));
    }

    /** What is brought to hosts is only read here; a host takes one thing at a time. */
    private static Set<ResourceKey> needs(Operation operation, Path dir) {
        return operation instanceof Operation.OnHost there
                ? Set.of(
                        ResourceKey.reading(dir.toString()),
                        ResourceKey.writing(
                                Operation.OnHost.PLACE + there.host().name()))
                : Set.of(ResourceKey.writing(dir.toString()));
    }

    @Override
    public List<JobRecord> list() {
        Map<String, JobRecord> jobs = new LinkedHashMap<>();
        archives.list().forEach(job -> jobs.put(job.id(), job));
        runner.list().forEach(job -> jobs.put(job.id(), job));
        return newestFirst(jobs);
    }

    @Override
    public List<JobRecord> of(String dir) throws ProblemException {
        Path place = repositories.place(dir);
        Map<String, JobRecord> jobs = new LinkedHashMap<>();
        archives.of(dir).forEach(job -> jobs.put(job.id(), job));
        for (JobRecord job : runner.list()) {
            if (repositories.place(job.plan().operation().dir()).equals(place)) {
                jobs.put(job.id(), job);
            }
        }
        return newestFirst(jobs);
    }

    private static List<JobRecord> newestFirst(Map<String, JobRecord> jobs) {
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
        JobRecord job = ended.isPresent() ? ended.get() : get(id);
        while (!job.state().ended()) {
            Thread.sleep(PACE);
            job = get(id);
        }
        return job;
    }

    /** Forgets the ended jobs of this process. */
    void forgetEnded() {
        runner.clearEnded();
    }

    /** Waits for all jobs of this process. */
    void awaitOwn() throws InterruptedException {
        for (JobRecord job : runner.list()) {
            runner.await(job.id());
        }
    }

    @Override
    public void cancel(String id) throws ProblemException {
        if (here(id, Wish.CANCEL)) {
            runner.cancel(id);
        }
    }

    @Override
    public void pause(String id) throws ProblemException {
        if (here(id, Wish.PAUSE)) {
            runner.pause(id);
        }
    }

    @Override
    public JobRecord resume(String id) throws ProblemException {
        JobRecord job = get(id);
        if (job.state().ended()) {
            return start(job.plan());
        }
        if (here(id, Wish.GO_ON)) {
            runner.goOn(id);
        }
        return get(id);
    }

    @Override
    public void clearEnded() throws ProblemException {
        runner.clearEnded();
        archives.clearEnded();
    }

    private Optional<JobRecord> find(String id) {
        return runner.get(id).or(() -> archives.find(id));
    }

    /** Whether a job runs here; one that listens in another process is asked, one that does not is refused. */
    private boolean here(String id, Wish wish) throws ProblemException {
        JobRecord job = get(id);
        boolean elsewhere = runner.get(id).isEmpty() && !job.state().ended();
        if (elsewhere && !archives.ask(job, wish)) {
            throw new ProblemException(Problem.of(
                    "job.elsewhere",
                    Problem.Category.REFUSED,
                    "object",
                    String.join(" ", job.plan().command()),
                    "actor",
                    job.actor()));
        }
        return !elsewhere;
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.of("job.unknown", Problem.Category.USAGE, "object", id));
    }
}
