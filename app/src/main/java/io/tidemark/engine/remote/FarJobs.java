package io.tidemark.engine.remote;

import io.tidemark.engine.Jobs;
import io.tidemark.engine.JobsThere;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Jobs of another machine. What was last seen of them is kept here; a cut line changes none of it. Safe for all threads. */
final class FarJobs {

    private static final long PACE_MILLIS = 250;

    private final JobsThere there;
    private final Jobs jobs;
    private final Translation names;
    private final SeenJobs seen = new SeenJobs();
    private final Set<String> dirs = new LinkedHashSet<>();
    private final Watch watch;

    FarJobs(JobsThere there, Jobs jobs, Translation names) {
        this.there = there;
        this.jobs = jobs;
        this.names = names;
        this.watch = new Watch(this::look);
    }

    /** Jobs on these repositories as last seen; they are watched as long as somebody asks. */
    List<JobRecord> list(List<String> places) {
        places.forEach(this::add);
        watch.wanted();
        return seen.all();
    }

    List<JobRecord> of(String place) throws ProblemException {
        add(place);
        List<JobRecord> all = jobs.of(place);
        seen.put(all);
        return all;
    }

    Optional<JobRecord> find(String id) {
        return seen.get(id);
    }

    /** Starts a plan there; a cut line leads to no second job. */
    JobRecord start(Plan plan) throws ProblemException, InterruptedException {
        add(plan.operation().dir());
        JobRecord job =
                there.start("%016x".formatted(ThreadLocalRandom.current().nextLong()), plan);
        seen.put(List.of(job));
        return job;
    }

    /** How a job stands now. */
    JobRecord look(String id) throws ProblemException {
        JobRecord before = seen.get(id).orElseThrow(() -> unknown(id));
        JobsThere.Seen now =
                there.watch(List.of(names.path(before.plan().operation().dir())), "", List.of(id));
        return now.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .map(step -> seen.step(step, before))
                .orElseThrow(() -> unknown(id));
    }

    JobRecord await(String id) throws ProblemException, InterruptedException {
        JobRecord job = look(id);
        while (!job.state().ended()) {
            Thread.sleep(PACE_MILLIS);
            job = look(id);
        }
        return job;
    }

    List<LogLine> log(String id, long after) throws ProblemException {
        return jobs.log(id, after);
    }

    void cancel(String id) throws ProblemException {
        jobs.cancel(id);
    }

    void pause(String id) throws ProblemException {
        jobs.pause(id);
    }

    JobRecord resume(String id) throws ProblemException, InterruptedException {
        JobRecord job = look(id);
        return job.state().ended() ? start(job.plan()) : jobs.resume(id);
    }

    void forgetEnded(String place) throws ProblemException {
        there.forgetEnded(List.of(names.path(place)));
        seen.forgetEnded();
    }

    private synchronized void add(String place) {
        dirs.add(names.path(place));
    }

    private synchronized List<String> dirs() {
        return List.copyOf(dirs);
    }

    /** One look at all that is watched; answers whether some job is open. */
    private boolean look() throws ProblemException {
        List<String> places = dirs();
        JobsThere.Seen now = there.watch(places, seen.mark(), seen.open());
        now.steps().forEach(seen::step);
        if (!now.mark().equals(seen.mark())) {
            seen.replace(there.kept(places, seen.ended()), now.mark());
        }
        return !seen.open().isEmpty();
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.of("job.unknown", Problem.Category.USAGE, "object", id));
    }
}
