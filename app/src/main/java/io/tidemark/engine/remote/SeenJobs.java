package io.tidemark.engine.remote;

import io.tidemark.engine.JobsThere;
import io.tidemark.model.JobRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was last seen of the jobs of another machine. Safe for all threads. */
final class SeenJobs {

    private final Map<String, JobRecord> jobs = new LinkedHashMap<>();
    private String mark = "";

    /** Newest first. */
    synchronized List<JobRecord> all() {
        return jobs.values().stream()
                .sorted(Comparator.comparing(JobRecord::queued).reversed())
                .toList();
    }

    synchronized Optional<JobRecord> get(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    synchronized String mark() {
        return mark;
    }

    synchronized List<String> open() {
        return ids(false);
    }

    synchronized List<String> ended() {
        return ids(true);
    }

    private List<String> ids(boolean ended) {
        return jobs.values().stream()
                .filter(job -> job.state().ended() == ended)
                .map(JobRecord::id)
                .toList();
    }

    synchronized void put(List<JobRecord> some) {
        some.forEach(job -> jobs.put(job.id(), job));
    }

    /** How a job stands whose plan is known. */
    synchronized JobRecord step(JobsThere.Step step, JobRecord before) {
        JobRecord now = step.on(before);
        jobs.put(now.id(), now);
        return now;
    }

    synchronized void step(JobsThere.Step step) {
        get(step.id()).ifPresent(before -> step(step, before));
    }

    synchronized void forgetEnded() {
        jobs.values().removeIf(job -> job.state().ended());
    }

    /** Which there are now. */
    synchronized void replace(JobsThere.Kept kept, String newMark) {
        put(kept.news());
        jobs.keySet().retainAll(List.copyOf(kept.ids()));
        mark = newMark;
    }
}
