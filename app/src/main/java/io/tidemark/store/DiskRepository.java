package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.FileChange;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A repository on this machine. Holds nothing open between calls. */
final class DiskRepository implements RepositoryStore {

    private final Disk disk;
    private final Path root;
    private final Clock clock;

    DiskRepository(Disk disk, Path root, Clock clock) {
        this.disk = disk;
        this.root = root;
        this.clock = clock;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public RepositoryConfig config() throws ProblemException {
        return look(Inventory::config);
    }

    @Override
    public List<Version> versions() throws ProblemException {
        return look(home -> new Inventory(home).versions());
    }

    @Override
    public Path tree(String version) throws ProblemException {
        return look(home -> new Inventory(home).tree(version));
    }

    @Override
    public List<Channel> channels() throws ProblemException {
        return look(home -> new Channels(home).all());
    }

    @Override
    public Map<String, List<String>> series() throws ProblemException {
        return look(home -> new SeriesList(home).read());
    }

    @Override
    public List<JournalEntry> journal() throws ProblemException {
        return look(home -> new Journal(home).read());
    }

    @Override
    public Optional<Problem> journalProblem() throws ProblemException {
        return look(home -> new Journal(home).broken());
    }

    @Override
    public Optional<Problem> journalAside() throws ProblemException {
        return look(
                home -> new JournalAside(home).unverified(new Journal(home).read(), new Inventory(home).versions()));
    }

    @Override
    public Optional<Writer> writer() throws ProblemException {
        return look(home -> WriteLock.holder(home).map(Holder::writer));
    }

    @Override
    public Stream<ManifestEntry> manifest(String version) throws ProblemException {
        return look(home -> SealedManifest.stream(SealedManifest.reader(home, record(home, version))));
    }

    @Override
    public byte[] manifestFile(String version) throws ProblemException {
        return look(home -> SealedManifest.file(home, record(home, version)));
    }

    @Override
    public VersionFiles files(String version) throws ProblemException {
        Path tree = tree(version);
        return VersionFiles.open(disk, Files.isRegularFile(tree) ? tree.getParent() : tree);
    }

    @Override
    public VersionFiles below(String directory) throws ProblemException {
        return VersionFiles.open(disk, root().resolve(directory).normalize());
    }

    @Override
    public VersionFacts facts(String version) throws ProblemException {
        return look(home -> SealedFacts.readFacts(home, version));
    }

    @Override
    public Map<String, String> identities(String version) throws ProblemException {
        return look(home -> new Records(home).find(version).isPresent()
                ? SealedFacts.readIdentities(home, version)
                : StagedOutlook.identities(home, version));
    }

    @Override
    public void compare(String before, String after, Consumer<FileChange> sink, JobContext job)
            throws ProblemException, InterruptedException {
        try (Home home = open()) {
            ManifestSource one = new SealedManifest(home, record(home, before));
            ManifestSource other = new SealedManifest(home, record(home, after));
            new ManifestCompare(one, other, job).run(sink);
        }
    }

    @Override
    public List<String> tampered(String version, JobContext job) throws ProblemException, InterruptedException {
        try (Home home = open()) {
            return LedgerCheck.tampered(home, record(home, version), job);
        }
    }

    @Override
    public RepositoryStore.Sharing sharing() throws ProblemException {
        return look(SharingWays::known);
    }

    @Override
    public long shareable(JobContext job) throws ProblemException, InterruptedException {
        try (Home home = open()) {
            return SharingCopies.count(home, job);
        }
    }

    @Override
    public String basis() throws ProblemException {
        return look(home -> new Inventory(home).digest());
    }

    @Override
    public long freedBy(List<String> versions, JobContext job) throws ProblemException, InterruptedException {
        try (Home home = open()) {
            Records records = new Records(home);
            List<String> paths = new ArrayList<>();
            for (String version : versions) {
                paths.add(records.get(version).path());
            }
            return Freed.by(home, paths, job);
        }
    }

    @Override
    public void requireGivable(String channel, JobContext job) throws ProblemException, InterruptedException {
        try (Home home = open()) {
            new GiveBacks(home).step(channel, job);
        }
    }

    @Override
    public RepositoryStore.Space space() throws ProblemException {
        return look(home -> {
            FileSystem fs = home.root.fileSystem();
            return new RepositoryStore.Space(fs.free(), fs.inodes() == 0 ? -1 : fs.freeInodes());
        });
    }

    @Override
    public Optional<byte[]> note(String name) throws ProblemException {
        return look(home -> new Notes(home).read(name));
    }

    @Override
    public RecipeFiles recipes() {
        return new RecipeFiles(disk, root);
    }

    @Override
    public JobFiles jobs() {
        return new JobFiles(disk, root);
    }

    @Override
    public DiskSession write(String operation, String actor, JobContext job)
            throws ProblemException, InterruptedException {
        return begin(operation, actor, job, false);
    }

    @Override
    public DiskSession writeAtOnce(String operation, String actor, JobContext job)
            throws ProblemException, InterruptedException {
        return begin(operation, actor, job, true);
    }

    private DiskSession begin(String operation, String actor, JobContext job, boolean urgent)
            throws ProblemException, InterruptedException {
        job.checkpoint();
        return DiskSession.begin(this, open(), Holder.here(actor, operation, clock.instant()), clock, urgent);
    }

    /** Finishes or undoes what a crash left, if there is anything and nobody writes; what cannot be done now waits. */
    void recover() throws ProblemException {
        try (Home home = open()) {
            new Settings(home).saved();
            DiskSession.recover(home, Holder.here(Holder.self(), "recover", clock.instant()), clock);
        }
    }

    private static VersionRecord record(Home home, String version) throws ProblemException {
        return new Records(home).get(version);
    }

    private Home open() throws ProblemException {
        return Home.open(disk, root);
    }

    private <T> T look(Look<T> look) throws ProblemException {
        try (Home home = open()) {
            return look.at(home);
        }
    }

    /** One look at the disk. */
    @FunctionalInterface
    private interface Look<T> {
        T at(Home home) throws ProblemException;
    }
}
