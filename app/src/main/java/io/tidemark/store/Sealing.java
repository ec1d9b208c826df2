package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Optional;

/**
 * Puts a version that is complete and durable into its place: its record first, then its tree, each by one rename that
 * replaces nothing. Both together make the version exist; a crash in between is finished.
 */
final class Sealing implements Doer {

    private final Workbench bench;
    private final Home home;
    private final String version;
    private final StagedArea area;
    private final Optional<String> file;

    Sealing(Workbench bench, Step.Seal step) {
        this.bench = bench;
        this.home = bench.home;
        this.version = step.version();
        this.area = new StagedArea(home, step.area());
        this.file = step.file();
    }

    @Override
    public void act() throws ProblemException {
        if (!area.exists()) {
            return;
        }
        try (Dir from = area.open();
                Dir versions = home.dir(Layout.VERSIONS)) {
            move(from, StagedArea.RECORD, versions);
            if (file.isPresent()) {
                new SealingFile(home, area, file.get()).place();
            } else {
                move(from, Layout.TREE, home.root);
            }
            from.fsync();
        }
    }

    @Override
    public boolean begun() throws ProblemException {
        try (Dir versions = home.dir(Layout.VERSIONS)) {
            return home.disk.stat(versions, Disk.raw(version)).isPresent();
        }
    }

    @Override
    public void undo() throws ProblemException {
        if (!area.exists()) {
            return;
        }
        try (Dir back = area.open();
                Dir versions = home.dir(Layout.VERSIONS)) {
            boolean recordMoved =
                    home.disk.stat(back, Disk.raw(StagedArea.RECORD)).isEmpty();
            boolean treeMoved = home.disk.stat(back, Disk.raw(Layout.TREE)).isEmpty();
            if (recordMoved && file.isPresent()) {
                new SealingFile(home, area, file.get()).takeBack();
            } else if (recordMoved && treeMoved) {
                moveBack(home.root, back, Layout.TREE);
            }
            if (recordMoved) {
                moveBack(versions, back, StagedArea.RECORD);
            }
            back.fsync();
        }
    }

    @Override
    public void tidy() throws ProblemException {
        int slash = area.path().indexOf('/');
        try (Dir parent = home.dir(area.path().substring(0, slash))) {
            byte[] name = Disk.raw(area.path().substring(slash + 1));
            if (home.disk.stat(parent, name).isPresent()) {
                new Removal(home.disk, bench.remover()).remove(parent, name);
            }
        }
    }

    private void move(Dir from, String what, Dir to) throws ProblemException {
        if (home.disk.stat(from, Disk.raw(what)).isPresent()) {
            home.disk.renameNew(from, Disk.raw(what), to, Disk.raw(version));
            to.fsync();
        }
    }

    private void moveBack(Dir from, Dir to, String what) throws ProblemException {
        if (home.disk.stat(from, Disk.raw(version)).isPresent()) {
            home.disk.renameNew(from, Disk.raw(version), to, Disk.raw(what));
            from.fsync();
        }
    }
}
