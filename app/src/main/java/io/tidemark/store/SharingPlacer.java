package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore.Sharing;
import java.security.MessageDigest;
import java.util.concurrent.atomic.LongAdder;

/**
 * Puts files of one sealed version into a tree being built: as a clone, else a hard link, else a copy. The version was
 * let through by {@link LedgerGuard}, and announced to the ledger. Safe for all threads.
 */
final class SharingPlacer {

    private final Workbench bench;
    private final String version;
    private final Sharing way;

    /** Files and bytes that had to be copied although the file system can share. */
    final LongAdder copiedFiles = new LongAdder();

    final LongAdder copiedBytes = new LongAdder();

    SharingPlacer(Workbench bench, String version, Sharing way) {
        this.bench = bench;
        this.version = version;
        this.way = way;
    }

    /** How a file was placed, and what it is now. */
    record Placed(Sharing way, Stat stat) {}

    /** Places one file under its own name. */
    Placed place(Dir from, SealedItem item, Dir to, JobContext job) throws ProblemException, InterruptedException {
        return switch (way) {
            case REFLINK -> clone(from, item, to, job);
            case HARD_LINK -> link(from, item, to, job);
            case COPY -> copy(from, item, to, job);
        };
    }

    private Placed clone(Dir from, SealedItem item, Dir to, JobContext job)
            throws ProblemException, InterruptedException {
        ManifestEntry entry = item.entry();
        try (OpenFile original = bench.disk.read(from, item.name())) {
            Stat before = require(original.stat(), item);
            try (OpenFile made = bench.disk.create(to, item.name(), entry.mode())) {
                if (made.cloneOf(original)) {
                    made.utime(before.mtime());
                    Stat after = require(made.stat(), item);
                    bench.ledger.note(after);
                    return new Placed(Sharing.REFLINK, after);
                }
            }
        }
        bench.disk.unlink(to, item.name());
        return copy(from, item, to, job);
    }

    private Placed link(Dir from, SealedItem item, Dir to, JobContext job)
            throws ProblemException, InterruptedException {
        try {
            bench.disk.link(from, item.name(), to, item.name());
        } catch (ProblemException e) {
            if (SharingWays.cannotLink(e)) {
                return copy(from, item, to, job);
            }
            throw e;
        }
        boolean followed = false;
        try {
            Stat after = bench.disk.stat(to, item.name()).orElseThrow(() -> changed(item));
            bench.ledger.note(require(after, item));
            followed = true;
            return new Placed(Sharing.HARD_LINK, after);
        } finally {
            bench.ledger.doubtUnless(followed);
        }
    }

    private Placed copy(Dir from, SealedItem item, Dir to, JobContext job)
            throws ProblemException, InterruptedException {
        ManifestEntry entry = item.entry();
        try (OpenFile original = bench.disk.read(from, item.name());
                OpenFile made = bench.disk.create(to, item.name(), entry.mode())) {
            Stat before = require(original.stat(), item);
            if (!copy(original, made, job).equals(entry.sha256())) {
                throw changed(item);
            }
            made.utime(before.mtime());
            copiedFiles.increment();
            copiedBytes.add(entry.size());
            Stat after = made.stat();
            bench.ledger.note(after);
            return new Placed(Sharing.COPY, after);
        }
    }

    /** Copies all bytes; their digest. */
    static String copy(OpenFile original, OpenFile made, JobContext job) throws ProblemException, InterruptedException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[Scratch.BUFFER];
        long at = 0;
        int got = original.read(buffer, 0, buffer.length, at);
        while (got >= 0) {
            job.checkpoint();
            digest.update(buffer, 0, got);
            made.write(buffer, 0, got, at);
            at += got;
            got = original.read(buffer, 0, buffer.length, at);
        }
        return ManifestFormat.hex(digest.digest());
    }

    private Stat require(Stat stat, SealedItem item) throws ProblemException {
        if (!item.looksLike(stat)) {
            throw changed(item);
        }
        return stat;
    }

    /** Somebody changes it at this moment; the next look at the version quarantines it. */
    private ProblemException changed(SealedItem item) {
        return new ProblemException(Problem.of(
                "store.moving",
                Problem.Category.REFUSED,
                "object",
                version,
                "path",
                item.entry().path().text()));
    }
}
