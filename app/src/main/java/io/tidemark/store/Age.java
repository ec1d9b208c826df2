package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.time.Instant;

/** How old an existing tree is: the newest modification found near its top, without reading all of it. */
final class Age {

    private static final int DEPTH = 4;
    private static final int LOOKS = 5000;

    private final Disk disk;
    private int looks = LOOKS;
    private long newest;

    private Age(Disk disk) {
        this.disk = disk;
    }

    /** The newest modification found. */
    static Instant of(Disk disk, Dir tree) throws ProblemException {
        Age age = new Age(disk);
        age.newest = tree.stat().mtime();
        age.look(tree, DEPTH);
        return Instant.ofEpochSecond(0, age.newest);
    }

    private void look(Dir dir, int depth) throws ProblemException {
        for (DirEntry entry : disk.list(dir)) {
            Stat stat = looks-- > 0 ? disk.stat(dir, entry.name()).orElse(null) : null;
            if (stat == null) {
                continue;
            }
            newest = Math.max(newest, stat.mtime());
            if (stat.isDirectory() && depth > 1) {
                try (Dir below = disk.open(dir, entry.name())) {
                    look(below, depth - 1);
                }
            }
        }
    }
}
