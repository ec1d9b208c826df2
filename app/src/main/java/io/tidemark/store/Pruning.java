package io.tidemark.store;

import io.tidemark.model.ProblemException;

/**
 * Deletes versions: each record goes into the trash, then its tree, and only when the journal says so is the trash
 * emptied. After a crash, once the first record is gone the rest follows; an error on the way brings all of them back.
 */
final class Pruning implements Doer {

    private static final String TREE = "tree-";
    private static final String RECORD = "record-";

    private final Home home;
    private final Step.Prune step;
    private final Trash trash;

    Pruning(Home home, Step.Prune step, Remover remover) {
        this.home = home;
        this.step = step;
        this.trash = new Trash(home, remover);
    }

    @Override
    public void act() throws ProblemException {
        for (int i = 0; i < step.versions().size(); i++) {
            take(step.paths().get(i), step.versions().get(i));
        }
        fsync();
    }

    @Override
    public boolean begun() throws ProblemException {
        for (String version : step.versions()) {
            if (trash.holds(RECORD + version) || trash.holds(TREE + version)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void undo() throws ProblemException {
        for (int i = 0; i < step.versions().size(); i++) {
            giveBack(step.paths().get(i), step.versions().get(i));
        }
        fsync();
    }

    @Override
    public void tidy() throws ProblemException {
        trash.empty();
    }

    private void take(String path, String version) throws ProblemException {
        try (Dir parent = parent(path);
                Dir records = home.dir(Layout.VERSIONS)) {
            trash.take(records, Disk.raw(version), RECORD + version);
            trash.take(parent, name(path), TREE + version);
            parent.fsync();
        }
    }

    private void giveBack(String path, String version) throws ProblemException {
        try (Dir parent = parent(path);
                Dir records = home.dir(Layout.VERSIONS)) {
            trash.giveBack(TREE + version, parent, name(path));
            parent.fsync();
            trash.giveBack(RECORD + version, records, Disk.raw(version));
        }
    }

    private void fsync() throws ProblemException {
        try (Dir records = home.dir(Layout.VERSIONS)) {
            records.fsync();
        }
        trash.fsync();
    }

    private Dir parent(String path) throws ProblemException {
        int slash = path.lastIndexOf('/');
        return home.disk.open(home.root, slash < 0 ? "." : path.substring(0, slash));
    }

    private static byte[] name(String path) {
        return Disk.raw(path.substring(path.lastIndexOf('/') + 1));
    }
}
