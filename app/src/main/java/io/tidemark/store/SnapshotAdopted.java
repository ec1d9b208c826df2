package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore.Sharing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Builds a version from an adopted one: nothing is known of its bytes and others may be writing it, so every byte is read,
 * and nothing is linked; where the file system clones, the clone is read.
 */
final class SnapshotAdopted {

    private static final int OWNER_MAY_ALL = 0700;

    private final Workbench bench;
    private final StagedArea area;
    private final JobContext job;

    SnapshotAdopted(Workbench bench, StagedArea area, JobContext job) {
        this.bench = bench;
        this.area = area;
        this.job = job;
    }

    Snapshot.Built build(VersionRecord source, String to) throws ProblemException, InterruptedException {
        boolean clones = SharingWays.find(bench.home) == Sharing.REFLINK;
        try (Dir from = bench.disk.open(bench.home.root, source.path());
                Dir into = area.tree("")) {
            List<SealedLine> lines = SealedWalk.of(bench.disk, from, job);
            job.progress()
                    .phase("snapshot", lines.stream().filter(SealedLine::isFile).count(), bytes(lines));
            for (SealedLine line : lines) {
                if (!line.isFile()) {
                    make(line, into);
                }
            }
            List<SealedLine> read = SealedLine.all(lines, line -> copy(line, from, into, clones), job);
            List<SealedLine> done = finish(read, from, into);
            SealingPlan plan = new SealingPlan(
                    to,
                    Optional.empty(),
                    Optional.of(source.name()),
                    clones ? 0 : bytes(done),
                    Optional.of(bench.clock.instant()),
                    SealedLine.oddNames(done));
            return new Snapshot.Built(describe(source, into, done), plan);
        }
    }

    private static long bytes(List<SealedLine> lines) {
        return lines.stream().mapToLong(l -> l.entry().size()).sum();
    }

    private void make(SealedLine line, Dir into) throws ProblemException {
        try (Dir parent = parent(into, line)) {
            if (line.entry().type() == Type.DIRECTORY) {
                bench.disk.mkdir(parent, name(line), line.entry().mode() | OWNER_MAY_ALL);
            } else {
                byte[] target = new EntryPath(line.entry().target()).bytes();
                bench.disk.symlink(target, parent, name(line));
            }
        }
    }

    private SealedLine copy(SealedLine line, Dir from, Dir into, boolean clones)
            throws ProblemException, InterruptedException {
        if (!line.isFile()) {
            return line;
        }
        try (OpenFile original = bench.disk.read(from, line.path());
                OpenFile made =
                        bench.disk.create(into, line.path(), line.entry().mode())) {
            Stat before = original.stat();
            boolean cloned = clones && made.cloneOf(original);
            String digest = cloned ? read(into, line) : SharingPlacer.copy(original, made, job);
            if (!original.stat().equals(before)) {
                throw SealedWalk.moving(line.path());
            }
            if (made.stat().permissions() != before.permissions()) {
                made.chmod(before.permissions());
            }
            made.utime(before.mtime());
            Stat after = made.stat();
            bench.ledger.note(after);
            job.progress().file();
            return line.with(digest, after);
        }
    }

    private String read(Dir into, SealedLine line) throws ProblemException, InterruptedException {
        return VerifyFile.through(bench.disk, into, line.path(), job)
                .orElseThrow(() -> SealedWalk.moving(line.path()))
                .sha256();
    }

    /** Modes and times of directories, the deepest first, after nothing more comes into them. */
    private List<SealedLine> finish(List<SealedLine> lines, Dir from, Dir into) throws ProblemException {
        SealedLine[] done = lines.toArray(SealedLine[]::new);
        for (int i = done.length - 1; i >= 0; i--) {
            if (done[i].entry().type() == Type.DIRECTORY) {
                try (Dir dir = bench.disk.open(into, done[i].path())) {
                    done[i] = done[i].with("", finish(dir, done[i].stat()));
                }
            }
        }
        finish(into, from.stat());
        return List.of(done);
    }

    private static Stat finish(Dir dir, Stat wanted) throws ProblemException {
        if (dir.stat().permissions() != wanted.permissions()) {
            dir.chmod(wanted.permissions());
        }
        dir.utime(wanted.mtime());
        return dir.stat();
    }

    private SealingRecord.Written describe(VersionRecord source, Dir into, List<SealedLine> lines)
            throws ProblemException {
        try (Dir parent = area.open()) {
            bench.home.ensure(parent, StagedArea.RECORD);
            try (Dir dir = bench.disk.open(parent, StagedArea.RECORD)) {
                SealingRecord record = new SealingRecord(bench.home, dir);
                String name = source.name();
                record.file(SealedFacts.FACTS, SealedFacts.facts(SealedFacts.readFacts(bench.home, name)));
                record.file(
                        SealedFacts.IDENTITIES, SealedFacts.identities(SealedFacts.readIdentities(bench.home, name)));
                return record.write(into.stat(), lines);
            }
        }
    }

    private Dir parent(Dir into, SealedLine line) throws ProblemException {
        int slash = slash(line.path());
        byte[] path = slash < 0 ? SealedTree.TOP : Arrays.copyOf(line.path(), slash);
        return bench.disk.open(into, path);
    }

    private static byte[] name(SealedLine line) {
        int slash = slash(line.path());
        return Arrays.copyOfRange(line.path(), slash + 1, line.path().length);
    }

    private static int slash(byte[] path) {
        int at = path.length - 1;
        while (at >= 0 && path[at] != '/') {
            at--;
        }
        return at;
    }
}
