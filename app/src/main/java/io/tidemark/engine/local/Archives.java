package io.tidemark.engine.local;

import io.tidemark.engine.Workspaces;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobKeeper;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs that repositories keep on disk. Keeping one must never make the job fail: what cannot be written is forgotten
 * with the process. Safe for all threads.
 */
final class Archives implements JobKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Archives.class);
    static final Duration UNHURRIED = Duration.ofSeconds(2);

    private final Repositories repositories;
    private final Workspaces workspaces;
    private final Duration fresh;
    private final String machine = Processes.machine();
    private final Map<Path, JobArchive> archives = new ConcurrentHashMap<>();
    private final Map<String, Path> places = new ConcurrentHashMap<>();
    private volatile Listed listed = new Listed(Instant.MIN, List.of());

    /**
     * Archives of repositories.
     *
     * @param fresh how long what was read last counts as true
     */
    Archives(Repositories repositories, Workspaces workspaces, Duration fresh) {
        this.repositories = repositories;
        this.workspaces = workspaces;
        this.fresh = fresh;
    }

    @Override
    public void changed(JobRecord job) {
        quietly(() -> {
            Optional<JobArchive> archive =
                    of(repositories.place(job.plan().operation().dir()));
            if (archive.isPresent()) {
                archive.get().save(job, false);
            }
        });
    }

    /** Tells where a job's log goes, so that each line need not find out. */
    void placed(String id, Path dir) {
        places.put(id, dir);
    }

    @Override
    public void logged(String id, LogLine line) {
        Path dir = places.get(id);
        if (dir != null) {
            quietly(() -> {
                Optional<JobArchive> archive = of(dir);
                if (archive.isPresent()) {
                    archive.get().append(id, line);
                }
            });
        }
    }

    /** What the repositories of the workspace keep, looked up now and then only. */
    List<JobRecord> list() {
        Instant now = Instant.now();
        if (listed.when.plus(fresh).isBefore(now) || listed.when.equals(Instant.MIN)) {
            listed = new Listed(now, read());
        }
        return listed.jobs;
    }

    /** One job as its repository keeps it now. */
    Optional<JobRecord> find(String id) {
        List<JobRecord> found = new ArrayList<>();
        if (id.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0)) {
            archives.values().forEach(archive -> quietly(() -> archive.get(id).ifPresent(found::add)));
        }
        return found.isEmpty()
                ? list().stream().filter(job -> job.id().equals(id)).findFirst()
                : Optional.of(found.getFirst());
    }

    /** What one repository keeps; from now on it counts as one of ours. */
    List<JobRecord> of(String dir) throws ProblemException {
        Optional<JobArchive> archive = of(repositories.place(dir));
        return archive.isPresent() ? archive.get().all() : List.of();
    }

    /** Asks something of a job that runs in another process; answers whether that process will look. */
    boolean ask(JobRecord job, Wish wish) throws ProblemException {
        Optional<JobArchive> archive =
                of(repositories.place(job.plan().operation().dir()));
        return archive.isPresent() && archive.get().ask(job.id(), wish);
    }

    /** The log of a job that some repository keeps. */
    List<LogLine> log(JobRecord job, long after) throws ProblemException {
        Optional<JobArchive> archive =
                of(repositories.place(job.plan().operation().dir()));
        return archive.isPresent() ? archive.get().log(job.id(), after) : List.of();
    }

    void clearEnded() throws ProblemException {
        for (Path dir : dirs()) {
            Optional<JobArchive> archive = of(dir);
            if (archive.isPresent()) {
                archive.get().clearEnded();
            }
        }
        listed = new Listed(Instant.MIN, List.of());
    }

    private List<JobRecord> read() {
        Map<String, JobRecord> jobs = new LinkedHashMap<>();
        List<Path> dirs = new ArrayList<>();
        quietly(() -> dirs.addAll(dirs()));
        for (Path dir : dirs) {
            quietly(() -> {
                Optional<JobArchive> archive = of(dir);
                if (archive.isPresent()) {
                    archive.get().all().forEach(job -> jobs.put(job.id(), job));
                }
            });
        }
        return List.copyOf(jobs.values());
    }

    /** Repositories of the workspace, and those that this console worked on. */
    private List<Path> dirs() throws ProblemException {
        Map<Path, Boolean> dirs = new HashMap<>();
        for (Workspaces.Place place : workspaces.get().repositories()) {
            if (place.here()) {
                dirs.put(Path.of(place.dir()), true);
            }
        }
        archives.keySet().forEach(dir -> dirs.put(dir, true));
        return List.copyOf(dirs.keySet());
    }

    /** The archive of a repository; empty where there is none. */
    Optional<JobArchive> of(Path dir) throws ProblemException {
        JobArchive known = archives.get(dir);
        if (known != null) {
            return Optional.of(known);
        }
        if (!repositories.ground().stores().isRepository(dir)) {
            return Optional.empty();
        }
        JobArchive made =
                new JobArchive(repositories.ground().stores().open(dir).jobs(), machine);
        archives.put(dir, made);
        return Optional.of(made);
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (ProblemException failed) {
            LOG.debug("jobs on disk", failed);
        }
    }

    private record Listed(Instant when, List<JobRecord> jobs) {}

    @FunctionalInterface
    private interface Work {
        void run() throws ProblemException;
    }
}
