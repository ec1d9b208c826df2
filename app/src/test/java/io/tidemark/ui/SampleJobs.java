package io.tidemark.ui;

import io.tidemark.engine.Jobs;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.ProgressSample;
import io.tidemark.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Jobs that stand still until a test moves them with {@link #finish} or {@link #change}. Safe for all threads. */
public final class SampleJobs implements Jobs {

    private final CopyOnWriteArrayList<JobRecord> jobs = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong(0x1000);

    SampleJobs(List<JobRecord> before) {
        jobs.addAll(before);
    }

    @Override
    public JobRecord start(Plan plan) {
        String id = "%016x".formatted(ids.incrementAndGet());
        JobRecord job = SampleJobList.job(id, plan, JobState.RUNNING, SampleHistory.NOW);
        jobs.addFirst(job);
        return job;
    }

    @Override
    public List<JobRecord> list() {
        return List.copyOf(jobs);
    }

    @Override
    public List<JobRecord> of(String dir) {
        return jobs.stream()
                .filter(job -> job.plan().operation().dir().equals(dir))
                .toList();
    }

    @Override
    public JobRecord get(String id) throws ProblemException {
        return jobs.stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("ui.bug", Problem.Category.USAGE, "object", id)));
    }

    @Override
    public List<LogLine> log(String id, long after) throws ProblemException {
        if (get(id).state() == JobState.QUEUED) {
            return List.of();
        }
        Instant start = get(id).queued();
        List<LogLine> lines = new ArrayList<>();
        for (long number = after + 1; number <= 10; number++) {
            Severity severity = number == 7 ? Severity.WARNING : Severity.INFO;
            lines.add(new LogLine(number, start.plusSeconds(number * 9), severity, Phrase.of("sample.log." + number)));
        }
        return lines;
    }

    @Override
    public JobRecord await(String id) throws ProblemException {
        return finish(id);
    }

    @Override
    public void cancel(String id) throws ProblemException {
        change(id, JobState.CANCELLED);
    }

    @Override
    public void pause(String id) throws ProblemException {
        change(id, JobState.PAUSED);
    }

    @Override
    public JobRecord resume(String id) throws ProblemException {
        JobRecord job = get(id);
        return job.state() == JobState.PAUSED ? change(id, JobState.RUNNING) : start(job.plan());
    }

    @Override
    public void clearEnded() {
        jobs.removeIf(job -> job.state().ended());
    }

    /** Ends a job well. */
    public JobRecord finish(String id) throws ProblemException {
        return change(id, JobState.DONE);
    }

    /** Puts a job into another state. */
    public JobRecord change(String id, JobState state) throws ProblemException {
        JobRecord old = get(id);
        Optional<Outcome> outcome =
                state == JobState.DONE ? Optional.of(SampleOperations.outcome(old.plan())) : Optional.empty();
        return replace(new JobRecord(
                id,
                old.plan(),
                state,
                old.actor(),
                old.queued(),
                old.started(),
                state.ended() ? Optional.of(SampleHistory.NOW) : Optional.empty(),
                old.waitsFor(),
                old.progress(),
                old.problem(),
                outcome));
    }

    /** Lets a job fail. */
    public JobRecord fail(String id, Problem problem) throws ProblemException {
        JobRecord old = get(id);
        return replace(new JobRecord(
                id,
                old.plan(),
                JobState.FAILED,
                old.actor(),
                old.queued(),
                old.started(),
                Optional.of(SampleHistory.NOW),
                old.waitsFor(),
                old.progress(),
                Optional.of(problem),
                Optional.empty()));
    }

    /** Lets a job come further. */
    public JobRecord progress(String id, ProgressSample sample) throws ProblemException {
        JobRecord old = get(id);
        return replace(new JobRecord(
                id,
                old.plan(),
                old.state(),
                old.actor(),
                old.queued(),
                old.started(),
                old.ended(),
                old.waitsFor(),
                sample,
                old.problem(),
                old.outcome()));
    }

    private JobRecord replace(JobRecord changed) {
        jobs.replaceAll(job -> job.id().equals(changed.id()) ? changed : job);
        return changed;
    }
}
