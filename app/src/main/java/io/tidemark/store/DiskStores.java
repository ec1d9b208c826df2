package io.tidemark.store;

import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.RepositoryConfig;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Repositories in directories of this machine. */
public final class DiskStores implements Stores {

    private final Disk disk;
    private final Clock clock;

    /** Stores on the machine's disks, with the machine's clock. */
    public DiskStores() {
        this(Clock.systemUTC());
    }

    /** Stores on the machine's disks, with another clock: demonstrations write a history that spans months. */
    public DiskStores(Clock clock) {
        this(new Disk(CampaignFaults.ofEnvironment()), clock);
    }

    /** Stores whose disk and time are in the hands of a test. */
    DiskStores(Disk disk, Clock clock) {
        this.disk = disk;
        this.clock = clock;
    }

    @Override
    public boolean isRepository(Path dir) {
        return Files.isDirectory(dir.resolve(Layout.OWN), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public DiskRepository create(Path dir, RepositoryConfig config, String actor) throws ProblemException {
        Path path = absolute(dir);
        ConfigRules.requireChannels(config, path);
        boolean made = new Roots(disk).make(path);
        try (Dir root = new Roots(disk).openLocal(path)) {
            Founding founding = new Founding(disk, root);
            founding.requireNone();
            if (!founding.empty()) {
                throw new ProblemException(
                        Problem.of("store.not-empty", Problem.Category.USAGE, "object", path.toString()));
            }
            founding.found(config, List.of(), new Author(actor, clock, List.of(Deed.of(Event.CREATED, ""))));
        } catch (ProblemException e) {
            if (made) {
                new Roots(disk).unmake(path, e);
            }
            throw e;
        }
        return new DiskRepository(disk, path, clock);
    }

    @Override
    public DiskRepository adopt(Path dir, RepositoryConfig config, Recognition found, String actor)
            throws ProblemException {
        Path path = absolute(dir);
        try (Dir root = new Roots(disk).openLocal(path)) {
            Adoption adoption = new Adoption(disk, root, found);
            RepositoryConfig complete = adoption.complete(config);
            ConfigRules.requireChannels(complete, path);
            List<VersionRecord> records = adoption.records(actor);
            new Founding(disk, root).found(complete, records, new Author(actor, clock, adoption.deeds()));
        }
        return new DiskRepository(disk, path, clock);
    }

    @Override
    public DiskRepository open(Path dir) throws ProblemException {
        Platform.require();
        DiskRepository repository = new DiskRepository(disk, absolute(dir), clock);
        repository.recover();
        return repository;
    }

    private static Path absolute(Path dir) throws ProblemException {
        Platform.require();
        return dir.toAbsolutePath().normalize();
    }
}
