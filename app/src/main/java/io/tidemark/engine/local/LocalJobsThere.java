package io.tidemark.engine.local;

import io.tidemark.engine.JobsThere;
import io.tidemark.model.JobRecord;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Jobs of this machine as consoles elsewhere watch them. Safe for all threads. */
final class LocalJobsThere implements JobsThere {

    private final DetachedJobs jobs;

    LocalJobsThere(DetachedJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public JobRecord start(String id, Plan plan) throws ProblemException {
        return jobs.start(id, plan);
    }

    @Override
    public Seen watch(List<String> dirs, String mark, List<String> open) throws ProblemException {
        List<JobRecord> all = all(dirs);
        List<Step> steps = all.stream()
                .filter(job -> open.contains(job.id()))
                .map(Step::of)
                .toList();
        return new Seen(mark(all), steps);
    }

    @Override
    public Kept kept(List<String> dirs, List<String> known) throws ProblemException {
        Set<String> old = Set.copyOf(known);
        List<JobRecord> all = all(dirs);
        return new Kept(
                all.stream().map(JobRecord::id).toList(),
                all.stream().filter(job -> !old.contains(job.id())).toList());
    }

    @Override
    public void forgetEnded(List<String> dirs) throws ProblemException {
        for (String dir : dirs) {
            jobs.forgetEnded(dir);
        }
    }

    private List<JobRecord> all(List<String> dirs) throws ProblemException {
        List<JobRecord> all = new ArrayList<>();
        for (String dir : dirs) {
            all.addAll(jobs.of(dir));
        }
        return all;
    }

    private static String mark(List<JobRecord> jobs) {
        StringBuilder text = new StringBuilder();
        jobs.forEach(job -> text.append(job.id()).append(job.state().ended() ? '.' : '+'));
        byte[] digest = Sums.sha256(text.toString().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
