package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Builds the twin of a sealed version: the same directories, modes and times, its files shared, on all processors; its
 * description is inherited, for nothing was read and nothing is different.
 */
final class SnapshotSealed {

    private static final int SHARE = 1000;
    private static final int OWNER_MAY_ALL = 0700;
    private static final int LARGEST = 1 << 30;

    private final Workbench bench;
    private final StagedArea area;
    private final JobContext job;

    SnapshotSealed(Workbench bench, StagedArea area, JobContext job) {
        this.bench = bench;
        this.area = area;
        this.job = job;
    }

    Snapshot.Built build(VersionRecord source, String to) throws ProblemException, InterruptedException {
        job.progress().phase("snapshot", source.files(), source.bytes());
        SealedTree tree = LedgerGuard.require(bench, source, job);
        Sharing way = SharingWays.find(bench.home);
        if (way == Sharing.HARD_LINK) {
            bench.ledger.touching(LedgerMark.of(source.name()));
        }
        SharingPlacer placer = new SharingPlacer(bench, source.name(), way);
        LedgerRows rows = LedgerRows.unknown(tree.rows.count());
        try (Dir from = tree.open(bench.home);
                Dir into = area.tree("")) {
            directories(tree, into);
            place(tree, from, into, placer, rows);
            finish(tree, from, into, rows);
        }
        describe(source, rows);
        SealingPlan plan = new SealingPlan(
                to,
                Optional.empty(),
                Optional.of(source.name()),
                placer.copiedBytes.sum(),
                source.verified(),
                Snapshot.inherited(source, marks(placer, way)));
        return new Snapshot.Built(new SealingRecord.Written(source.rootDigest(), source.files(), source.bytes()), plan);
    }

    private static List<Notice> marks(SharingPlacer placer, Sharing way) {
        return way == Sharing.COPY ? List.of() : SealingPlan.copied(placer.copiedFiles.sum(), placer.copiedBytes.sum());
    }

    private void directories(SealedTree tree, Dir into) throws ProblemException {
        for (SealedFolder folder : tree.folders) {
            try (Dir dir = bench.disk.open(into, folder.path)) {
                for (SealedItem item : folder.items) {
                    if (item.entry().type() == Type.DIRECTORY) {
                        bench.disk.mkdir(dir, item.name(), item.entry().mode() | OWNER_MAY_ALL);
                    }
                }
            }
        }
    }

    private void place(SealedTree tree, Dir from, Dir into, SharingPlacer placer, LedgerRows rows)
            throws ProblemException, InterruptedException {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (List<SealedFolder.Part> share : tree.split(SHARE)) {
            tasks.add(() -> {
                for (SealedFolder.Part part : share) {
                    place(part, from, into, placer, rows);
                }
                return null;
            });
        }
        Parallel.all(job, tasks);
    }

    private void place(SealedFolder.Part part, Dir from, Dir into, SharingPlacer placer, LedgerRows rows)
            throws ProblemException, InterruptedException {
        try (Dir source = bench.disk.open(from, part.folder().path);
                Dir target = bench.disk.open(into, part.folder().path)) {
            for (SealedItem item : part.items()) {
                job.checkpoint();
                if (item.isFile()) {
                    rows.set(item.row(), placer.place(source, item, target, job).stat());
                    job.progress().file();
                    job.progress().bytes(item.entry().size());
                } else if (item.entry().type() == Type.SYMLINK) {
                    symlink(source, item, target);
                }
            }
        }
    }

    /** A link to the link keeps its time; where that is not allowed a new one does. */
    private void symlink(Dir source, SealedItem item, Dir target) throws ProblemException {
        try {
            bench.disk.link(source, item.name(), target, item.name());
        } catch (ProblemException e) {
            if (!SharingWays.cannotLink(e)) {
                throw e;
            }
            ManifestEntry entry = item.entry();
            bench.disk.symlink(new EntryPath(entry.target()).bytes(), target, item.name());
        }
    }

    /** Modes and times of directories, the deepest first, after nothing more comes into them. */
    private void finish(SealedTree tree, Dir from, Dir into, LedgerRows rows) throws ProblemException {
        for (SealedFolder folder : tree.folders.reversed()) {
            try (Dir source = bench.disk.open(from, folder.path);
                    Dir target = bench.disk.open(into, folder.path)) {
                Stat wanted = source.stat();
                if (target.stat().permissions() != wanted.permissions()) {
                    target.chmod(wanted.permissions());
                }
                target.utime(wanted.mtime());
                rows.set(folder.row, target.stat());
            }
        }
    }

    private void describe(VersionRecord source, LedgerRows rows) throws ProblemException {
        Home home = bench.home;
        try (Dir parent = area.open();
                Dir old = home.dir(Layout.VERSIONS + "/" + source.name())) {
            home.ensure(parent, StagedArea.RECORD);
            try (Dir dir = home.disk.open(parent, StagedArea.RECORD)) {
                SealingRecord record = new SealingRecord(home, dir);
                for (String name : List.of(SealedManifest.FILE, SealedFacts.FACTS, SealedFacts.IDENTITIES)) {
                    Optional<byte[]> content = home.read(old, name, LARGEST);
                    if (content.isPresent()) {
                        record.file(name, content.get());
                    }
                }
                record.file(LedgerRows.FILE, rows.encode());
            }
        }
    }
}
