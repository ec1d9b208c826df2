package io.tidemark.store;

import io.tidemark.model.ProblemException;

/**
 * Deleted things on their way out: renamed here in one step, then taken apart. What lies here belongs to nobody, and every
 * recovery empties it.
 */
final class Trash {

    private final Home home;
    private final Remover remover;

    Trash(Home home, Remover remover) {
        this.home = home;
        this.remover = remover;
    }

    /** Moves something here; nothing happens if it is not there (any more). Not durable before {@link #fsync}. */
    void take(Dir from, byte[] name, String as) throws ProblemException {
        if (home.disk.stat(from, name).isPresent()) {
            try (Dir trash = home.dir(Layout.TRASH)) {
                home.disk.renameNew(from, name, trash, Disk.raw(as));
            }
        }
    }

    /** Moves something back; nothing happens if it is not here. */
    void giveBack(String as, Dir to, byte[] name) throws ProblemException {
        try (Dir trash = home.dir(Layout.TRASH)) {
            if (home.disk.stat(trash, Disk.raw(as)).isPresent()) {
                home.disk.renameNew(trash, Disk.raw(as), to, name);
            }
        }
    }

    /** Whether something of that name lies here. */
    boolean holds(String as) throws ProblemException {
        try (Dir trash = home.dir(Layout.TRASH)) {
            return home.disk.stat(trash, Disk.raw(as)).isPresent();
        }
    }

    /** Makes what came and went durable. */
    void fsync() throws ProblemException {
        try (Dir trash = home.dir(Layout.TRASH)) {
            trash.fsync();
        }
    }

    /** Deletes everything here. */
    void empty() throws ProblemException {
        try (Dir trash = home.dir(Layout.TRASH)) {
            new Removal(home.disk, remover).empty(trash);
        }
    }
}
