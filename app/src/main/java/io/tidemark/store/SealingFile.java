package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Optional;

/**
 * Puts the one file of a staged tree among the others of the repository, replacing nothing. A file that lies there already
 * because it was linked from there stays as it is.
 */
final class SealingFile {

    private final Home home;
    private final StagedArea area;
    private final byte[] name;

    SealingFile(Home home, StagedArea area, String file) {
        this.home = home;
        this.area = area;
        this.name = Disk.raw(file);
    }

    /** Puts it into its place; nothing happens if it is there. */
    void place() throws ProblemException {
        try (Dir tree = area.tree("")) {
            Optional<Stat> staged = home.disk.stat(tree, name);
            if (staged.isPresent() && !isThere(staged.get())) {
                home.disk.renameNew(tree, name, home.root, name);
            }
            tree.fsync();
            home.root.fsync();
        }
    }

    /** Takes it back; one that had been there before stays there, too. */
    void takeBack() throws ProblemException {
        try (Dir tree = area.tree("")) {
            if (home.disk.stat(tree, name).isEmpty()) {
                home.disk.renameNew(home.root, name, tree, name);
            }
            home.root.fsync();
            tree.fsync();
        }
    }

    private boolean isThere(Stat staged) throws ProblemException {
        Optional<Stat> there = home.disk.stat(home.root, name);
        if (there.isPresent() && there.get().inode() != staged.inode()) {
            throw new ProblemException(Problem.of(
                    "store.in-the-way",
                    Problem.Category.REFUSED,
                    "object",
                    home.root.path(name),
                    "path",
                    home.root.path(name)));
        }
        return there.isPresent();
    }
}
