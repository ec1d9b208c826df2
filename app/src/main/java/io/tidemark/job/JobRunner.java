package io.tidemark.job;

import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs, each on a virtual thread of its own. Jobs that need the same thing wait for one another in the order in which
 * they came. Safe for all threads.
 */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Executor threads;
    private final CpuPool cpu;
    private final Clock clock;
    private final JobKeeper keeper;
    private final Resources resources = new Resources();
    private final Map<String, Queued> jobs = new LinkedHashMap<>();

    /**
     * A runner.
     *
     * @param threads runs one task each; {@code Runnable::run} for the calling thread
     */
    public JobRunner(Executor threads, CpuPool cpu, Clock clock, JobKeeper keeper) {
        this.threads = threads;
        this.cpu = cpu;
        this.clock = clock;
        this.keeper = keeper;
    }

    /** A runner that gives each job a virtual thread. */
    public static JobRunner onVirtualThreads(CpuPool cpu, Clock clock, JobKeeper keeper) {
        return new JobRunner(task -> Thread.ofVirtual().name("job").start(task), cpu, clock, keeper);
    }

    /** Queues work; it starts when what it needs is free. Returns at once, unless it runs on the calling thread. */
    public JobRecord start(JobOrder order) {
        Job job = new Job(order, cpu, clock, keeper);
        Queued queued = new Queued(job, resources.queue(title(order), order.needs()));
        synchronized (jobs) {
            jobs.put(order.id(), queued);
        }
        keeper.changed(record(queued));
        threads.execute(() -> run(queued));
        return record(queued);
    }

    /** All jobs of this runner, newest first. */
    public List<JobRecord> list() {
        synchronized (jobs) {
            return new ArrayList<>(jobs.values())
                    .reversed().stream().map(this::record).toList();
        }
    }

    /** One job as it is now. */
    public Optional<JobRecord> get(String id) {
        return find(id).map(this::record);
    }

    /** Log lines with a number above {@code after}, of those still held. */
    public List<LogLine> log(String id, long after) {
        return find(id).map(queued -> queued.job.log(after)).orElse(List.of());
    }

    /** Waits until a job has ended; empty if there is no such job. */
    public Optional<JobRecord> await(String id) throws InterruptedException {
        Optional<Queued> queued = find(id);
        if (queued.isPresent()) {
            queued.get().job.await();
        }
        return queued.map(this::record);
    }

    /** Stops a queued or running job by interrupting it; an ended one stays as it is. */
    public void cancel(String id) {
        find(id).ifPresent(queued -> queued.job.cancel());
    }

    /** Lets a running job wait at its next checkpoint. */
    public void pause(String id) {
        find(id).ifPresent(queued -> queued.job.pause());
    }

    /** Lets a paused job go on; false if it was not paused. */
    public boolean goOn(String id) {
        return find(id).map(queued -> queued.job.goOn()).orElse(false);
    }

    /** Forgets ended jobs. */
    public void clearEnded() {
        synchronized (jobs) {
            jobs.values().removeIf(queued -> queued.job.state().ended());
        }
    }

    private void run(Queued queued) {
        Job job = queued.job;
        try {
            job.takenBy(Thread.currentThread());
            resources.await(queued.ticket);
            job.begin();
            job.checkpoint();
            job.done(job.order().work().run(job));
        } catch (ProblemException failed) {
            LOG.debug("job {} failed", job.order().id(), failed);
            job.failed(failed.problem());
        } catch (InterruptedException cancelled) {
            job.stopped();
        } catch (RuntimeException | Error bug) {
            LOG.error("job {} broke", job.order().id(), bug);
            job.failed(bug(job.order(), bug));
        } finally {
            resources.leave(queued.ticket);
        }
    }

    private static Problem bug(JobOrder order, Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        return Problem.of("job.bug", Problem.Category.BUG, "object", title(order), "cause", String.valueOf(bug))
                .in(Problem.State.UNKNOWN)
                .with(trace.toString());
    }

    private static String title(JobOrder order) {
        return String.join(" ", order.plan().command());
    }

    private JobRecord record(Queued queued) {
        return queued.job.record(resources.waitsFor(queued.ticket));
    }

    private Optional<Queued> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    private record Queued(Job job, Resources.Ticket ticket) {}
}
