package io.tidemark.engine.local;

import io.tidemark.engine.Json;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.ProblemException;
import io.tidemark.store.JobFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The jobs that one repository keeps. What has ended is read once; what cannot be read is left out and left alone. Safe for
 * all threads.
 */
final class JobArchive {

    private static final Logger LOG = LoggerFactory.getLogger(JobArchive.class);
    private static final int MOST = 100;

    private final JobFiles files;
    private final String machine;
    private final Map<String, JobRecord> ended = new HashMap<>();

    JobArchive(JobFiles files, String machine) {
        this.files = files;
        this.machine = machine;
    }

    /**
     * Keeps how a job of this process stands.
     *
     * @param listens whether this process looks for what others ask of it
     */
    void save(JobRecord job, boolean listens) throws ProblemException {
        ProcessHandle self = ProcessHandle.current();
        KeptJob kept = new KeptJob(
                KeptJob.FORMAT, machine, self.pid(), Processes.born(self), Processes.boot(), Optional.of(listens), job);
        files.save(job.id(), utf8(Json.write(kept)));
        if (job.state().ended()) {
            trim();
        }
    }

    void append(String id, LogLine line) throws ProblemException {
        files.append(id, utf8(Json.write(line) + "\n"));
    }

    /**
     * Asks something of a job that runs in another process; answers whether that process will look.
     *
     * @param wish what is asked
     */
    boolean ask(String id, Wish wish) throws ProblemException {
        boolean listens = kept(id).filter(kept -> kept.machine().equals(machine))
                .flatMap(KeptJob::listens)
                .orElse(false);
        if (listens) {
            files.ask(id, utf8(wish.name()));
        }
        return listens;
    }

    /** What others asked of a job since the last call; nothing where it cannot be understood. */
    Optional<Wish> asked(String id) throws ProblemException {
        return files.asked(id)
                .flatMap(bytes -> Arrays.stream(Wish.values())
                        .filter(wish -> Arrays.equals(bytes, utf8(wish.name())))
                        .findFirst());
    }

    /** Whether a process that looks for what others ask has a job. */
    boolean taken(String id) throws ProblemException {
        return kept(id).flatMap(KeptJob::listens).orElse(false);
    }

    /** One job as its own file says, whoever may be gone. */
    Optional<JobRecord> written(String id) throws ProblemException {
        return kept(id).map(KeptJob::job);
    }

    /** One job, as it was kept last. */
    synchronized Optional<JobRecord> get(String id) throws ProblemException {
        JobRecord known = ended.get(id);
        return known != null ? Optional.of(known) : read(id);
    }

    /** All that can be read, in no order. */
    synchronized List<JobRecord> all() throws ProblemException {
        List<String> ids = files.ids();
        ended.keySet().retainAll(ids);
        List<JobRecord> jobs = new ArrayList<>();
        for (String id : ids) {
            JobRecord known = ended.get(id);
            Optional<JobRecord> job = known != null ? Optional.of(known) : read(id);
            job.ifPresent(jobs::add);
        }
        return jobs;
    }

    List<LogLine> log(String id, long after) throws ProblemException {
        Optional<byte[]> bytes = files.log(id);
        List<LogLine> lines = new ArrayList<>();
        for (String line : new String(bytes.orElse(new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            line(line).filter(l -> l.number() > after).ifPresent(lines::add);
        }
        return lines;
    }

    /** Forgets ended jobs. */
    synchronized void clearEnded() throws ProblemException {
        for (JobRecord job : all()) {
            if (job.state().ended()) {
                files.remove(job.id());
            }
        }
    }

    private Optional<JobRecord> read(String id) throws ProblemException {
        Optional<KeptJob> kept = kept(id);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        JobRecord job = kept.get().job();
        if (job.state().ended()) {
            ended.put(id, job);
            return Optional.of(job);
        }
        return Optional.of(Processes.ended(kept.get(), machine) ? abandoned(id, job) : job);
    }

    /** The process is gone; the job may have ended properly between the two looks, or be taken over by another process. */
    private JobRecord abandoned(String id, JobRecord job) throws ProblemException {
        return kept(id).filter(last -> last.job().state().ended() || !Processes.ended(last, machine))
                .map(KeptJob::job)
                .orElse(interrupted(job));
    }

    private Optional<KeptJob> kept(String id) throws ProblemException {
        Optional<byte[]> bytes = files.state(id);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            KeptJob kept = Json.read(new String(bytes.get(), StandardCharsets.UTF_8), KeptJob.class);
            return Optional.of(kept).filter(whole -> whole.job().state() != null);
        } catch (JacksonException | NullPointerException unreadable) {
            LOG.debug("job {} cannot be read", id, unreadable);
            return Optional.empty();
        }
    }

    private static JobRecord interrupted(JobRecord job) {
        return new JobRecord(
                job.id(),
                job.plan(),
                JobState.INTERRUPTED,
                job.actor(),
                job.queued(),
                job.started(),
                job.ended(),
                Optional.empty(),
                job.progress(),
                job.problem(),
                job.outcome());
    }

    private synchronized void trim() throws ProblemException {
        List<JobRecord> jobs = all();
        if (jobs.size() > MOST) {
            List<JobRecord> oldest = jobs.stream()
                    .filter(job -> job.state().ended())
                    .sorted(Comparator.comparing(JobRecord::queued))
                    .limit(jobs.size() - MOST)
                    .toList();
            for (JobRecord job : oldest) {
                files.remove(job.id());
            }
        }
    }

    private static Optional<LogLine> line(String json) {
        try {
            return Optional.of(Json.read(json, LogLine.class));
        } catch (JacksonException torn) {
            return Optional.empty();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
