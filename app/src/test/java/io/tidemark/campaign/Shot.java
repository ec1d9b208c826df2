package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One run of the program and how it ended.
 *
 * @param killed whether {@code SIGKILL} ended it
 * @param inside whether it held the repository's lock when it died
 * @param halfDone whether it left an intent or something half-made behind
 * @param ended when it ended
 */
record Shot(boolean killed, boolean inside, boolean halfDone, Marks marks, long ended) {

    private static final long GLANCE_NANOS = 50_000;
    private static final long TOO_LONG = TimeUnit.MINUTES.toNanos(5);
    private static final List<String> HALF_DONE = List.of("intent", "trash", "tmp");

    /** From when on time is counted. */
    enum From {
        START,
        LOCK,
        INTENT
    }

    /** When to kill. */
    record Aim(From from, long nanos) {

        static Aim never() {
            return new Aim(From.START, Long.MAX_VALUE);
        }
    }

    /**
     * When the process started, took the lock, filed its intent and gave the lock back, on the clock of {@link
     * System#nanoTime}; 0 for never.
     */
    record Marks(long start, long lock, long intent, long release) {

        long of(From from) {
            return switch (from) {
                case START -> start;
                case LOCK -> lock;
                case INTENT -> intent;
            };
        }

        private boolean due(Aim aim, long now) {
            if (now - start > TOO_LONG) {
                throw new IllegalStateException("hangs");
            }
            return of(aim.from()) != 0 && now - of(aim.from()) >= aim.nanos();
        }

        private Marks seen(Path own, long pid, long now) throws IOException {
            boolean holds = release == 0 && holds(own, pid);
            if (lock == 0) {
                return holds ? new Marks(start, now, 0, 0) : this;
            } else if (release == 0 && !holds) {
                return new Marks(start, lock, intent, now);
            }
            return intent == 0 && isFilled(own.resolve("intent")) ? new Marks(start, lock, now, release) : this;
        }
    }

    /** Watches a process that was just started, and strikes when told to, or when it has ended if that is the way. */
    static Shot at(Process process, Path repository, Aim aim, Strike strike) throws IOException, InterruptedException {
        Path own = repository.resolve(".tidemark");
        long now = System.nanoTime();
        Marks marks = new Marks(now, 0, 0, 0);
        while (process.isAlive() && !marks.due(aim, now)) {
            marks = marks.seen(own, process.pid(), now);
            LockSupport.parkNanos(GLANCE_NANOS);
            now = System.nanoTime();
        }
        strike.hit(process);
        // A process that SIGKILL reached shows 137; one that came to its end first shows its own answer.
        boolean killed = process.exitValue() == 137;
        boolean inside = killed && marks.lock() != 0 && marks.release() == 0 && strike.wasHolding(own, process.pid());
        return new Shot(killed, inside, killed && halfDone(own), marks, now);
    }

    /** How long it took from a mark to giving the lock back, or to the end; if it was not killed and came to that mark. */
    OptionalLong lasted(From from) {
        long end = marks.release() == 0 ? ended : marks.release();
        return killed || marks.of(from) == 0 ? OptionalLong.empty() : OptionalLong.of(end - marks.of(from));
    }

    /** A run that ends in peace takes its name away. */
    static boolean holds(Path own, long pid) throws IOException {
        try {
            return Files.readString(own.resolve("holder.json")).contains("\"pid\":" + pid + ",");
        } catch (NoSuchFileException nobody) {
            return false;
        }
    }

    private static boolean halfDone(Path own) throws IOException {
        boolean left = Files.exists(own.resolve("ledger.pending"));
        for (String name : HALF_DONE) {
            left |= isFilled(own.resolve(name));
        }
        return left;
    }

    private static boolean isFilled(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return entries.iterator().hasNext();
        }
    }
}
