package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** An entry of a version about to be sealed, and what the file system says of it now. */
record SealedLine(byte[] path, ManifestEntry entry, Stat stat) {

    private static final int SHARE = 64;

    /** The order of manifests. */
    static final Comparator<SealedLine> ORDER = (a, b) -> Arrays.compareUnsigned(a.path, b.path);

    /** The same entry with the digest of its content, and what the file system says after it was read. */
    SealedLine with(String sha256, Stat now) {
        ManifestEntry read =
                new ManifestEntry(entry.path(), entry.type(), now.permissions(), now.size(), sha256, entry.target());
        return new SealedLine(path, read, now);
    }

    /** A file whose bytes nobody has read yet. */
    static SealedLine unread(byte[] path, Stat stat) {
        ManifestEntry entry = new ManifestEntry(
                EntryPath.ofBytes(path), ManifestEntry.Type.FILE, stat.permissions(), stat.size(), "", "");
        return new SealedLine(path, entry, stat);
    }

    boolean isFile() {
        return entry.type() == ManifestEntry.Type.FILE;
    }

    /** What is done with one line. */
    @FunctionalInterface
    interface Work {
        SealedLine apply(SealedLine line) throws ProblemException, InterruptedException;
    }

    /** Does something with every line, on all processors; the results in the same order. */
    static List<SealedLine> all(List<SealedLine> lines, Work work, JobContext job)
            throws ProblemException, InterruptedException {
        List<Callable<List<SealedLine>>> tasks = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += SHARE) {
            List<SealedLine> share = lines.subList(from, Math.min(lines.size(), from + SHARE));
            tasks.add(() -> {
                List<SealedLine> done = new ArrayList<>(share.size());
                for (SealedLine line : share) {
                    done.add(work.apply(line));
                }
                return done;
            });
        }
        List<SealedLine> results = new ArrayList<>(lines.size());
        Parallel.all(job, tasks).forEach(results::addAll);
        return results;
    }

    /** The mark of a version with names that sync would refuse; none if all are ordinary. */
    static List<Notice> oddNames(List<SealedLine> lines) {
        long odd = lines.stream().filter(l -> l.entry.path().escaped()).count();
        return odd == 0 ? List.of() : List.of(Notice.warning(Flips.ODD_NAMES, "count", odd));
    }
}
