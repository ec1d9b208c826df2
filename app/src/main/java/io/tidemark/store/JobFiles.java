package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * State and log of jobs in {@code .tidemark/jobs/}: {@code ID.json} and {@code ID.log}. They are written without the
 * repository's lock, each by the process whose job it is, and never use up the reserve. What others ask of a job waits in
 * {@code ID.ask} until that process takes it. Losing one loses no content. Safe
 * for all threads, except that one job's files are written by one thread at a time.
 */
public final class JobFiles {

    private static final String STATE = ".json";
    private static final String LOG = ".log";
    private static final String ASK = ".ask";
    private static final int LARGEST = 1 << 26;
    private static final int LONGEST_ASK = 64;
    private static final int LONGEST_ID = 64;

    private final Disk disk;
    private final Path root;

    JobFiles(Disk disk, Path root) {
        this.disk = disk;
        this.root = root;
    }

    /** Ids of the jobs that left a state, in no order. */
    public List<String> ids() throws ProblemException {
        return with(
                List.of(),
                (home, dir) -> disk.list(dir).stream()
                        .map(DirEntry::text)
                        .filter(name -> name.endsWith(STATE))
                        .map(name -> name.substring(0, name.length() - STATE.length()))
                        .filter(JobFiles::isId)
                        .toList());
    }

    /** The state that a job left last. */
    public Optional<byte[]> state(String id) throws ProblemException {
        String name = name(id, STATE);
        return with(Optional.empty(), (home, dir) -> home.read(dir, name, LARGEST));
    }

    /** A job's log so far. */
    public Optional<byte[]> log(String id) throws ProblemException {
        String name = name(id, LOG);
        return with(Optional.empty(), (home, dir) -> home.read(dir, name, LARGEST));
    }

    /** Replaces a job's state. */
    public void save(String id, byte[] state) throws ProblemException {
        replace(name(id, STATE), state);
    }

    /** Asks something of the process that runs a job; what was asked before and not taken yet is forgotten. */
    public void ask(String id, byte[] what) throws ProblemException {
        replace(name(id, ASK), what);
    }

    /** What was asked of a job since the last call. */
    public Optional<byte[]> asked(String id) throws ProblemException {
        String name = name(id, ASK);
        return with(Optional.empty(), (home, dir) -> {
            Optional<byte[]> what = home.read(dir, name, LONGEST_ASK);
            if (what.isPresent()) {
                home.remove(dir, name);
            }
            return what;
        });
    }

    private void replace(String file, byte[] content) throws ProblemException {
        byte[] name = Disk.raw(file);
        byte[] fresh = Disk.raw(file + ".tmp");
        make((home, dir) -> {
            if (disk.stat(dir, fresh).isPresent()) {
                disk.unlink(dir, fresh);
            }
            try (OpenFile open = disk.create(dir, fresh, home.fileMode())) {
                open.write(content, 0, content.length, 0);
            }
            disk.rename(dir, fresh, dir, name);
            return true;
        });
    }

    /** Adds to a job's log. */
    public void append(String id, byte[] lines) throws ProblemException {
        byte[] name = Disk.raw(name(id, LOG));
        make((home, dir) -> {
            boolean there = disk.stat(dir, name).isPresent();
            try (OpenFile file = there ? disk.write(dir, name) : disk.create(dir, name, home.fileMode())) {
                file.write(lines, 0, lines.length, file.stat().size());
            }
            return true;
        });
    }

    /** Forgets a job. */
    public void remove(String id) throws ProblemException {
        String state = name(id, STATE);
        String log = name(id, LOG);
        String ask = name(id, ASK);
        with(false, (home, dir) -> {
            home.remove(dir, state);
            home.remove(dir, log);
            home.remove(dir, ask);
            return true;
        });
    }

    private void make(Work<Boolean> work) throws ProblemException {
        try (Home home = Home.open(disk, root)) {
            home.ensure(home.own, Layout.JOBS);
        }
        with(false, work);
    }

    private <T> T with(T none, Work<T> work) throws ProblemException {
        try (Home home = Home.open(disk, root)) {
            if (disk.stat(home.own, Disk.raw(Layout.JOBS)).isEmpty()) {
                return none;
            }
            try (Dir dir = home.dir(Layout.JOBS)) {
                return work.in(home, dir);
            }
        }
    }

    private static String name(String id, String ending) {
        if (!isId(id)) {
            throw new IllegalArgumentException("not the id of a job: " + id);
        }
        return id + ending;
    }

    /** Hex digits only, so that no id leads anywhere else. */
    private static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_ID
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Home home, Dir dir) throws ProblemException;
    }
}
