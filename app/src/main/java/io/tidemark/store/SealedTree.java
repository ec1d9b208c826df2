package io.tidemark.store;

import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sealed version as its manifest describes it, by directory, and what is recorded of its inodes. */
final class SealedTree {

    static final byte[] TOP = {'.'};

    final VersionRecord record;

    /** All directories, each after its parent. */
    final List<SealedFolder> folders = new ArrayList<>();

    final LedgerRows rows;
    private final Map<String, SealedFolder> byPath = new HashMap<>();
    private int rowCount;

    private SealedTree(Home home, VersionRecord record) throws ProblemException {
        this.record = record;
        add("", new SealedFolder(TOP, rowCount++));
        try (Dir dir = home.dir(Layout.VERSIONS + "/" + record.name())) {
            try (ManifestReader manifest = SealedManifest.reader(home, record)) {
                ManifestEntry entry = manifest.next();
                while (entry != null) {
                    add(entry);
                    entry = manifest.next();
                }
            } catch (ManifestDamage e) {
                throw e.of(record.name());
            }
            rows = LedgerRows.read(home, dir, rowCount);
        }
    }

    private SealedTree(SealedTree other) {
        record = other.record;
        folders.addAll(other.folders);
        rows = LedgerRows.unknown(other.rows.count());
    }

    /** Reads manifest and rows of a sealed version. */
    static SealedTree read(Home home, VersionRecord record) throws ProblemException {
        return new SealedTree(home, record);
    }

    /** The same tree, as if nothing were known of its inodes. */
    SealedTree withoutRows() {
        return new SealedTree(this);
    }

    /** Notes what the directories are now. */
    void noteFolders(Home home) throws ProblemException {
        try (Dir top = open(home)) {
            for (SealedFolder folder : folders) {
                try (Dir dir = home.disk.open(top, folder.path)) {
                    rows.set(folder.row, dir.stat());
                }
            }
        }
    }

    /** Whether it is one file among others; then nothing beside it is foreign. */
    boolean isFile(Home home) throws ProblemException {
        return new VersionPlace(record.path()).file(home.disk, home.root).isPresent();
    }

    /** Opens its top directory. */
    Dir open(Home home) throws ProblemException {
        return new VersionPlace(record.path()).top(home.disk, home.root);
    }

    /** Saves the rows after some were learnt; durable on return. */
    void writeRows(Home home) throws ProblemException {
        try (Dir dir = home.dir(Layout.VERSIONS + "/" + record.name())) {
            home.replace(dir, LedgerRows.FILE, rows.encode());
        }
    }

    /** The work of looking at everything, in parts of about so many items; each list is for one thread. */
    List<List<SealedFolder.Part>> split(int size) {
        List<List<SealedFolder.Part>> shares = new ArrayList<>();
        int filled = size;
        for (SealedFolder folder : folders) {
            for (int from = 0; from == 0 || from < folder.items.size(); from += size) {
                if (filled >= size) {
                    shares.add(new ArrayList<>());
                    filled = 0;
                }
                int to = Math.min(folder.items.size(), from + size);
                shares.getLast().add(new SealedFolder.Part(folder, from, to));
                filled += 1 + to - from;
            }
        }
        return shares;
    }

    private void add(ManifestEntry entry) throws ManifestDamage {
        byte[] path = entry.path().bytes();
        int slash = lastSlash(path);
        SealedFolder parent = byPath.get(slash < 0 ? "" : key(path, slash));
        if (parent == null) {
            throw new ManifestDamage("a path whose directory is missing");
        }
        int row = entry.type() == Type.SYMLINK ? -1 : rowCount++;
        parent.items.add(new SealedItem(entry, Arrays.copyOfRange(path, slash + 1, path.length), row));
        if (entry.type() == Type.DIRECTORY) {
            add(key(path, path.length), new SealedFolder(path, row));
        }
    }

    private void add(String key, SealedFolder folder) {
        folders.add(folder);
        byPath.put(key, folder);
    }

    private static int lastSlash(byte[] path) {
        int at = path.length - 1;
        while (at >= 0 && path[at] != '/') {
            at--;
        }
        return at;
    }

    private static String key(byte[] path, int length) {
        return new String(path, 0, length, StandardCharsets.ISO_8859_1);
    }
}
