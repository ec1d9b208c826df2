package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to write to a repository, held by one session on this machine. The kernel takes it back from the dead. */
final class WriteLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteLock.class);

    private final Home home;
    private final OpenFile file;

    private WriteLock(Home home, OpenFile file) {
        this.home = home;
        this.file = file;
    }

    /**
     * Takes the lock and says who has it.
     *
     * @throws ProblemException {@code store.busy} with the holder's name and since when
     */
    static WriteLock take(Home home, Holder holder) throws ProblemException {
        return tryTake(home, holder).orElseThrow(() -> busy(home));
    }

    /** Takes the lock if it is free. */
    static Optional<WriteLock> tryTake(Home home, Holder holder) throws ProblemException {
        OpenFile file = file(home);
        boolean taken = false;
        try {
            if (file.lock()) {
                WriteLock lock = new WriteLock(home, file);
                lock.announce(holder);
                taken = true;
                return Optional.of(lock);
            }
            return Optional.empty();
        } finally {
            if (!taken) {
                file.close();
            }
        }
    }

    /** Who says that he holds the lock, if that process may still live. */
    static Optional<Holder> holder(Home home) throws ProblemException {
        Optional<byte[]> json = home.read(home.own, Layout.HOLDER, Holder.LARGEST);
        return json.flatMap(bytes -> parse(home, bytes)).filter(Holder::mayLive);
    }

    @Override
    public void close() {
        try {
            home.remove(home.own, Layout.HOLDER);
        } catch (ProblemException e) {
            LOG.debug("the holder's name stays", e);
        } finally {
            file.close();
        }
    }

    private static OpenFile file(Home home) throws ProblemException {
        byte[] name = Disk.raw(Layout.LOCK);
        if (home.disk.stat(home.own, name).isEmpty()) {
            home.replace(home.own, Layout.LOCK, new byte[0]);
        }
        return home.disk.write(home.own, name);
    }

    /** Saying who writes is a courtesy: a disk that cannot take it does not keep anybody from working. */
    private void announce(Holder holder) {
        try {
            home.swap(home.own, Layout.HOLDER, Json.write(holder));
        } catch (ProblemException e) {
            LOG.debug("the holder's name could not be written", e);
        }
    }

    private static Optional<Holder> parse(Home home, byte[] json) {
        try {
            return Optional.of(Json.read(json, Holder.class, home.own.path(Disk.raw(Layout.HOLDER))));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static ProblemException busy(Home home) {
        try {
            return new ProblemException(holder(home).map(h -> busy(home, h)).orElseGet(() -> unnamed(home)));
        } catch (ProblemException e) {
            return new ProblemException(unnamed(home), e);
        }
    }

    private static Problem busy(Home home, Holder h) {
        return Problem.of(
                "store.busy",
                Problem.Category.BUSY,
                "object",
                home.path,
                "actor",
                h.actor(),
                "machine",
                h.machine(),
                "pid",
                h.pid(),
                "operation",
                h.operation(),
                "since",
                h.since());
    }

    private static Problem unnamed(Home home) {
        return Problem.of("store.busy-unnamed", Problem.Category.BUSY, "object", home.path);
    }
}
