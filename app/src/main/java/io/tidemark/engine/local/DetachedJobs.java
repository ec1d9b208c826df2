package io.tidemark.engine.local;

import io.tidemark.engine.Jobs;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.ProgressSample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Jobs that outlive this process: each gets one of its own, which keeps its state in the repository. A directory that is no
 * repository yet cannot keep any; what makes it one runs here and is short. Safe for all threads.
 */
final class DetachedJobs implements Jobs {

    private static final int ID = 16;

    private final LocalJobs local;
    private final Repositories repositories;
    private final Archives archives;
    private final Launcher launcher;

    DetachedJobs(LocalJobs local, Repositories repositories, Archives archives, Launcher launcher) {
        this.local = local;
        this.repositories = repositories;
        this.archives = archives;
        this.launcher = launcher;
    }

    @Override
    public JobRecord start(Plan plan) throws ProblemException {
        return start(JobIds.fresh(), plan);
    }

    /** Starts a plan under a chosen id, unless that was done before. */
    JobRecord start(String id, Plan plan) throws ProblemException {
        if (id.length() != ID || id.chars().anyMatch(c -> Character.digit(c, 16) < 0 || c >= 0x80)) {
            throw new ProblemException(Problem.of("job.unknown", Problem.Category.USAGE, "object", id));
        }
        Path dir = repositories.place(plan.operation().dir());
        Optional<JobArchive> archive = archives.of(dir);
        return archive.isPresent() ? start(id, plan, dir, archive.get()) : local.start(id, plan);
    }

    private synchronized JobRecord start(String id, Plan plan, Path dir, JobArchive archive) throws ProblemException {
        Optional<JobRecord> known = archive.get(id);
        if (known.isPresent()) {
            return known.get();
        }
        JobRecord order = record(id, plan, JobState.QUEUED, Optional.empty());
        archive.save(order, false);
        try {
            return new Handover(archive, launcher.launch(dir, id)).of(order);
        } catch (IOException unable) {
            Problem problem = Problem.of("job.worker", Problem.Category.STORAGE, "object", dir)
                    .with(unable.toString());
            archive.save(record(id, plan, JobState.FAILED, Optional.of(problem)), false);
            throw new ProblemException(problem, unable);
        }
    }

    /** Forgets the ended jobs of one repository. */
    void forgetEnded(String dir) throws ProblemException {
        Optional<JobArchive> archive = archives.of(repositories.place(dir));
        if (archive.isPresent()) {
            archive.get().clearEnded();
        }
        local.forgetEnded();
    }

    /** Waits for what runs in this process itself. */
    void awaitOwn() throws InterruptedException {
        local.awaitOwn();
    }

    private JobRecord record(String id, Plan plan, JobState state, Optional<Problem> problem) {
        Instant now = repositories.ground().clock().instant();
        return new JobRecord(
                id,
                plan,
                state,
                repositories.ground().actor(),
                now,
                Optional.empty(),
                state.ended() ? Optional.of(now) : Optional.empty(),
                Optional.empty(),
                ProgressSample.none(),
                problem,
                Optional.empty());
    }

    @Override
    public List<JobRecord> list() {
        return local.list();
    }

    @Override
    public List<JobRecord> of(String dir) throws ProblemException {
        return local.of(dir);
    }

    @Override
    public JobRecord get(String id) throws ProblemException {
        return local.get(id);
    }

    @Override
    public List<LogLine> log(String id, long after) throws ProblemException {
        return local.log(id, after);
    }

    @Override
    public JobRecord await(String id) throws ProblemException, InterruptedException {
        return local.await(id);
    }

    @Override
    public void cancel(String id) throws ProblemException {
        local.cancel(id);
    }

    @Override
    public void pause(String id) throws ProblemException {
        local.pause(id);
    }

    @Override
    public JobRecord resume(String id) throws ProblemException {
        JobRecord job = get(id);
        return job.state().ended() ? start(job.plan()) : local.resume(id);
    }

    @Override
    public void clearEnded() throws ProblemException {
        local.clearEnded();
    }
}
