package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore.Sharing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A sealed version that files of a staged one are shared from; it was found untouched, and is announced to the ledger. */
final class StagedSource {

    private static final int SHARE = 500;

    private final Workbench bench;
    private final StagedArea area;
    private final SealedTree tree;
    private final Map<String, Found> byPath = new HashMap<>();

    final SharingPlacer placer;

    private record Found(SealedFolder folder, SealedItem item) {}

    /** A file that was shared. */
    record Shared(SealedItem item, SharingPlacer.Placed placed) {

        StagedFile file(String identity, String from) {
            Stat stat = placed.stat();
            return new StagedFile(
                    item.entry().path().text(),
                    identity,
                    item.entry().sha256(),
                    stat.permissions(),
                    stat.size(),
                    stat.inode(),
                    stat.mtime(),
                    from,
                    placed.way() == Sharing.HARD_LINK);
        }
    }

    private StagedSource(Workbench bench, StagedArea area, SealedTree tree, Sharing way) {
        this.bench = bench;
        this.area = area;
        this.tree = tree;
        this.placer = new SharingPlacer(bench, tree.record.name(), way);
        for (SealedFolder folder : tree.folders) {
            for (SealedItem item : folder.items) {
                if (item.isFile()) {
                    byPath.put(item.entry().path().text(), new Found(folder, item));
                }
            }
        }
    }

    /** Checks the version and announces that links of its files will be made. */
    static StagedSource open(Workbench bench, StagedArea area, String version, JobContext job)
            throws ProblemException, InterruptedException {
        SealedTree tree = LedgerGuard.require(bench, bench.records.get(version), job);
        Sharing way = SharingWays.find(bench.home);
        if (way == Sharing.HARD_LINK) {
            bench.ledger.touching(LedgerMark.of(version));
        }
        return new StagedSource(bench, area, tree, way);
    }

    /** Shares one file. */
    Shared share(String path, JobContext job) throws ProblemException, InterruptedException {
        Found found = find(path);
        area.directories(StagedArea.directory(path));
        try (Dir top = tree.open(bench.home);
                Dir from = bench.disk.open(top, found.folder.path);
                Dir to = area.tree(StagedArea.directory(path))) {
            return new Shared(found.item, placer.place(from, found.item, to, job));
        }
    }

    /** Shares many files, on all processors; the sink is called by many threads. */
    void shareAll(Collection<String> paths, Sink sink, JobContext job) throws ProblemException, InterruptedException {
        Map<SealedFolder, List<SealedItem>> wanted = new HashMap<>();
        for (String path : paths) {
            Found found = find(path);
            wanted.computeIfAbsent(found.folder, f -> new ArrayList<>()).add(found.item);
        }
        try (Dir top = tree.open(bench.home)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (Map.Entry<SealedFolder, List<SealedItem>> folder : wanted.entrySet()) {
                area.directories(below(folder.getKey()));
                split(folder.getValue(), part -> tasks.add(() -> share(top, folder.getKey(), part, sink, job)));
            }
            Parallel.all(job, tasks);
        }
    }

    /** Takes files that were shared, some at a time. */
    @FunctionalInterface
    interface Sink {
        void take(List<Shared> shared) throws ProblemException;
    }

    private Void share(Dir top, SealedFolder folder, List<SealedItem> items, Sink sink, JobContext job)
            throws ProblemException, InterruptedException {
        List<Shared> shared = new ArrayList<>(items.size());
        try (Dir from = bench.disk.open(top, folder.path);
                Dir to = area.tree(below(folder))) {
            for (SealedItem item : items) {
                job.checkpoint();
                shared.add(new Shared(item, placer.place(from, item, to, job)));
                job.progress().file();
                job.progress().bytes(item.entry().size());
            }
        } finally {
            sink.take(shared);
        }
        return null;
    }

    private static void split(List<SealedItem> items, Consumer<List<SealedItem>> sink) {
        for (int from = 0; from < items.size(); from += SHARE) {
            sink.accept(items.subList(from, Math.min(items.size(), from + SHARE)));
        }
    }

    private static String below(SealedFolder folder) {
        return folder.path == SealedTree.TOP ? "" : new String(folder.path, StandardCharsets.UTF_8);
    }

    private Found find(String path) throws ProblemException {
        Found found = byPath.get(path);
        if (found == null) {
            throw new ProblemException(
                    Problem.of("store.missing", Problem.Category.STORAGE, "object", path, "path", path));
        }
        return found;
    }
}
