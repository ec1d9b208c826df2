package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import java.util.List;

/**
 * Makes {@code .tidemark/}: built whole under another name, made durable, renamed into place. Before the rename there is
 * no repository, after it there is one; what a crash leaves of the building is removed by the next attempt.
 */
final class Founding {

    private static final byte[] OWN = Disk.raw(Layout.OWN);
    private static final String BUILDING = Layout.OWN + ".new";
    private static final int PRIVATE = 0700;
    private static final List<String> DIRECTORIES = List.of(
            Layout.INTENT,
            Layout.JOBS,
            Layout.STAGING,
            Layout.VERSIONS,
            Layout.TRASH,
            Layout.NOTES,
            Layout.TEMPORARY,
            Layout.RESERVE);

    private final Disk disk;
    private final Dir root;

    Founding(Disk disk, Dir root) {
        this.disk = disk;
        this.root = root;
    }

    /** Makes the directory with these settings, records and first journal lines. */
    void found(RepositoryConfig config, List<VersionRecord> records, Author author) throws ProblemException {
        requireNone();
        clear();
        disk.mkdir(root, Disk.raw(BUILDING), PRIVATE);
        try {
            build(config, records, author);
            disk.renameNew(root, Disk.raw(BUILDING), root, OWN);
            root.fsync();
        } catch (ProblemException e) {
            clearQuietly(e);
            throw e;
        }
    }

    /** Whether the directory holds nothing but what a crash left of a founding. */
    boolean empty() throws ProblemException {
        return disk.list(root).stream().allMatch(e -> e.text().equals(BUILDING));
    }

    private void build(RepositoryConfig config, List<VersionRecord> records, Author author) throws ProblemException {
        try (Home home = Home.building(disk, root, BUILDING)) {
            for (String name : DIRECTORIES) {
                home.ensure(home.own, name);
            }
            home.swap(home.own, Layout.LOCK, new byte[0]);
            home.swap(home.own, Layout.CONFIG, Settings.encode(config));
            describe(home, records);
            Journal journal = new Journal(home);
            journal.create();
            journal.append(author.deeds(), author.actor(), author.clock());
            home.reserve.fill();
            home.own.syncfs();
        }
    }

    private static void describe(Home home, List<VersionRecord> records) throws ProblemException {
        try (Dir versions = home.dir(Layout.VERSIONS)) {
            for (VersionRecord record : records) {
                home.ensure(versions, record.name());
                try (Dir dir = home.disk.open(versions, record.name())) {
                    home.swap(dir, Layout.RECORD, Json.write(record));
                }
            }
        }
    }

    /** Refuses a directory that is a repository already. */
    void requireNone() throws ProblemException {
        if (disk.stat(root, OWN).isPresent()) {
            throw new ProblemException(Problem.of("store.exists", Problem.Category.USAGE, "object", root.path()));
        }
    }

    private void clear() throws ProblemException {
        if (disk.stat(root, Disk.raw(BUILDING)).isPresent()) {
            new Removal(disk, disk::unlink).remove(root, Disk.raw(BUILDING));
        }
    }

    private void clearQuietly(ProblemException cause) {
        try {
            clear();
        } catch (ProblemException e) {
            cause.addSuppressed(e);
        }
    }
}
