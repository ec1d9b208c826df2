package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A version being built below {@code staging/}. */
final class StagedVersion implements Staging, AutoCloseable {

    private final Workbench bench;
    private final String version;
    private final StagedArea area;
    private final StagedLog log;
    private final Map<String, StagedFile> files = new ConcurrentHashMap<>();
    private final Map<String, StagedSource> sources = new HashMap<>();
    private StagedPlace place;

    private StagedVersion(Workbench bench, String version) {
        this.bench = bench;
        this.version = version;
        this.area = StagedArea.staged(bench.home, version);
        this.log = new StagedLog(bench.home, area.path());
    }

    /** Creates it, or continues it with what is complete. */
    static StagedVersion open(Workbench bench, String name) throws ProblemException {
        StagedVersion staged = new StagedVersion(bench, Names.requireVersion(name));
        staged.requireFree();
        try {
            staged.begin();
            return staged;
        } catch (ProblemException | RuntimeException | Error e) {
            staged.close();
            throw e;
        }
    }

    private void begin() throws ProblemException {
        boolean fresh = area.make();
        new StagedResume(bench.home, area, bench.ledger).run(log, files);
        place = StagedPlace.open(area);
        if (fresh) {
            bench.note(Deed.of(Event.STAGED, version, "", Map.of()));
        }
    }

    /** Gives a staged version another name. */
    static void rename(Workbench bench, String from, String to) throws ProblemException {
        StagedVersion target = new StagedVersion(bench, Names.requireVersion(to));
        target.requireFree();
        if (!StagedArea.staged(bench.home, from).exists()) {
            throw Records.unknown(from);
        }
        if (target.area.exists()) {
            throw new ProblemException(Problem.of("store.version-exists", Problem.Category.USAGE, "object", to));
        }
        try (Dir staging = bench.home.dir(Layout.STAGING)) {
            bench.disk.renameNew(staging, Disk.raw(from), staging, Disk.raw(to));
            staging.fsync();
        }
    }

    /** Throws a staged version away: into the trash by one rename, then out of it. */
    static void discard(Workbench bench, String name) throws ProblemException {
        if (!StagedArea.staged(bench.home, name).exists()) {
            throw Records.unknown(name);
        }
        Trash trash = new Trash(bench.home, bench.remover());
        try (Dir staging = bench.home.dir(Layout.STAGING)) {
            trash.take(staging, Disk.raw(name), "staged-" + name);
            staging.fsync();
        }
        trash.empty();
        bench.ledger.settle();
    }

    private void requireFree() throws ProblemException {
        if (bench.records.find(version).isPresent()) {
            throw new ProblemException(Problem.of("store.version-exists", Problem.Category.USAGE, "object", version));
        }
        if (bench.disk.stat(bench.home.root, Disk.raw(version)).isPresent()) {
            throw new ProblemException(Problem.of("store.version-exists", Problem.Category.USAGE, "object", version));
        }
    }

    StagedArea area() {
        return area;
    }

    /** Its directories, open. */
    StagedPlace place() {
        return place;
    }

    /** The complete files by path. */
    Map<String, StagedFile> files() {
        return new TreeMap<>(files);
    }

    /** The versions that files of this one were shared from since it was opened. */
    List<StagedSource> sources() {
        return List.copyOf(sources.values());
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Path tree() {
        return area.treePath();
    }

    @Override
    public Map<String, String> present() {
        Map<String, String> identities = new TreeMap<>();
        files.forEach((path, file) -> identities.put(path, file.identity()));
        return identities;
    }

    @Override
    public RepositoryStore.Sharing share(String path, String fromVersion, String identity) throws ProblemException {
        JobContext alone = new Alone();
        try {
            StagedSource source = source(fromVersion, alone);
            clear(StagedNames.path(path));
            StagedSource.Shared shared = source.share(path, alone);
            note(List.of(shared.file(identity, fromVersion)));
            return shared.placed().way();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of("store.cancelled", Problem.Category.CANCELLED, "object", version), e);
        }
    }

    @Override
    public void shareAll(Map<String, String> identities, String fromVersion, JobContext job)
            throws ProblemException, InterruptedException {
        Map<String, String> wanted = new HashMap<>(identities);
        wanted.entrySet().removeIf(e -> has(e.getKey(), e.getValue()));
        if (wanted.isEmpty()) {
            return;
        }
        StagedSource source = source(fromVersion, job);
        for (String path : wanted.keySet()) {
            clear(StagedNames.path(path));
        }
        source.shareAll(wanted.keySet(), shared -> take(shared, wanted, fromVersion), job);
    }

    private void take(List<StagedSource.Shared> shared, Map<String, String> identities, String from)
            throws ProblemException {
        note(shared.stream()
                .map(s -> s.file(identities.get(s.item().entry().path().text()), from))
                .toList());
    }

    private boolean has(String path, String identity) {
        StagedFile file = files.get(path);
        return file != null && file.identity().equals(identity);
    }

    private synchronized StagedSource source(String from, JobContext job)
            throws ProblemException, InterruptedException {
        StagedSource source = sources.get(from);
        if (source == null) {
            source = StagedSource.open(bench, area, from, job);
            sources.put(from, source);
        }
        return source;
    }

    @Override
    public Part begin(String path, String identity) throws ProblemException {
        return StagedPart.begin(this, StagedNames.path(path), identity);
    }

    /** Gives a complete part its name. */
    void take(String part, StagedFile file) throws ProblemException {
        clear(file.path());
        area.directories(StagedArea.directory(file.path()));
        try (Dir parent = area.tree(StagedArea.directory(file.path()))) {
            bench.disk.rename(place.parts(), Disk.raw(part), parent, Disk.raw(StagedArea.name(file.path())));
        }
        place.taken(part);
        note(List.of(file));
    }

    @Override
    public void put(String path, String identity, Content content) throws ProblemException {
        note(List.of(new StagedWhole(this, bench.disk).write(StagedNames.path(path), identity, content)));
    }

    @Override
    public Delivery delivery() throws ProblemException {
        return StagedDelivery.open(this, bench.home);
    }

    /** Gives a file that lies elsewhere in the area its name in the tree. */
    void move(Dir from, byte[] name, String path, String identity, String sha256) throws ProblemException {
        clear(path);
        area.directories(StagedArea.directory(path));
        byte[] to = Disk.raw(StagedArea.name(path));
        try (Dir parent = area.tree(StagedArea.directory(path))) {
            bench.disk.rename(from, name, parent, to);
            Stat stat = bench.disk.stat(parent, to).orElseThrow(() -> SealedWalk.moving(to));
            note(List.of(StagedFile.fetched(path, identity, sha256, stat)));
        }
    }

    private void note(List<StagedFile> complete) throws ProblemException {
        log.add(complete);
        complete.forEach(file -> files.put(file.path(), file));
    }

    @Override
    public void link(String path, String target) throws ProblemException {
        StagedNames.target(StagedNames.path(path), target);
        clear(path);
        area.directories(StagedArea.directory(path));
        try (Dir parent = area.tree(StagedArea.directory(path))) {
            bench.disk.symlink(Disk.raw(target), parent, Disk.raw(StagedArea.name(path)));
        }
    }

    @Override
    public void directory(String path) throws ProblemException {
        area.directories(StagedNames.path(path));
    }

    @Override
    public Path scratch() throws ProblemException {
        return area.scratch();
    }

    @Override
    public void retain(Set<String> paths) throws ProblemException {
        new StagedCleaning(bench.home, bench.ledger, paths).run(area);
        files.keySet().retainAll(paths);
    }

    @Override
    public void bring(String path, Path source, String identity, Reading reading, JobContext job)
            throws ProblemException, InterruptedException {
        StagedNames.path(path);
        StagedFile known = files.get(path);
        if (known == null || !known.identity().equals(identity)) {
            clear(path);
            note(List.of(new StagedBringing(bench, area, job).bring(path, source, identity, reading)));
        }
    }

    @Override
    public Version sealFile(String path, VersionFacts facts, JobContext job)
            throws ProblemException, InterruptedException {
        StagedNames.path(path);
        retain(Set.of(path));
        return new SealingStaged(bench, this, job).seal(facts, Optional.of(path));
    }

    @Override
    public Version seal(VersionFacts facts, JobContext job) throws ProblemException, InterruptedException {
        return new SealingStaged(bench, this, job).seal(facts, Optional.empty());
    }

    /** Removes a file or link that is to be replaced. */
    void clear(String path) throws ProblemException {
        Optional<Dir> parent = area.parent(path);
        if (parent.isPresent()) {
            try (Dir dir = parent.get()) {
                byte[] name = Disk.raw(StagedArea.name(path));
                if (bench.disk.stat(dir, name).filter(s -> !s.isDirectory()).isPresent()) {
                    bench.ledger.unlink(dir, name);
                }
            }
        }
        files.remove(path);
    }

    @Override
    public void close() {
        log.close();
        if (place != null) {
            place.close();
        }
    }
}
