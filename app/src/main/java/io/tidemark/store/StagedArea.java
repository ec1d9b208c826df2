package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The directories in which one version is being built: the tree that will be renamed into place, parts of files, and the
 * record that will describe it. Below {@code staging/} it stays for the next run, below {@code tmp/} it goes away with a
 * crash.
 *
 * @param path relative to {@code .tidemark/}
 */
record StagedArea(Home home, String path) {

    static final String RECORD = "record";
    static final String PARTS = "parts";
    private static final String SCRATCH = "scratch";

    private static final int TREE_MODE = 0755;

    static StagedArea staged(Home home, String version) {
        return new StagedArea(home, Layout.STAGING + "/" + version);
    }

    static StagedArea temporary(Home home, String version) {
        return new StagedArea(home, Layout.TEMPORARY + "/" + version);
    }

    boolean exists() throws ProblemException {
        int slash = path.indexOf('/');
        try (Dir parent = home.dir(path.substring(0, slash))) {
            return home.disk.stat(parent, Disk.raw(path.substring(slash + 1))).isPresent();
        }
    }

    /** Makes what is missing of it; true if it was not there at all. */
    boolean make() throws ProblemException {
        boolean fresh = !exists();
        int slash = path.indexOf('/');
        try (Dir parent = home.dir(path.substring(0, slash))) {
            home.ensure(parent, path.substring(slash + 1));
        }
        try (Dir area = home.dir(path)) {
            home.ensure(area, PARTS);
            if (home.disk.stat(area, Disk.raw(Layout.TREE)).isEmpty()) {
                home.disk.mkdir(area, Disk.raw(Layout.TREE), TREE_MODE);
            }
        }
        return fresh;
    }

    Dir open() throws ProblemException {
        return home.dir(path);
    }

    /** The directory for foreign programs, made where it is missing. */
    Path scratch() throws ProblemException {
        try (Dir area = open()) {
            home.ensure(area, SCRATCH);
        }
        return home.path.resolve(Layout.OWN).resolve(path).resolve(SCRATCH);
    }

    /** Removes it: what was taken from there into the tree has one name less afterwards, and may be sealed. */
    void withoutScratch(Remover remover) throws ProblemException {
        try (Dir area = open()) {
            if (home.disk.stat(area, Disk.raw(SCRATCH)).isPresent()) {
                new Removal(home.disk, remover).remove(area, Disk.raw(SCRATCH));
            }
        }
    }

    Dir parts() throws ProblemException {
        return home.dir(path + "/" + PARTS);
    }

    /** Opens a directory of the tree, by its path below the version; the top for an empty path. */
    Dir tree(String below) throws ProblemException {
        String top = path + "/" + Layout.TREE;
        return home.disk.open(home.own, below.isEmpty() ? top : top + "/" + below);
    }

    /** Opens the directory that holds an entry of the tree, if it is there. */
    Optional<Dir> parent(String entry) throws ProblemException {
        try {
            return Optional.of(tree(directory(entry)));
        } catch (ProblemException e) {
            if (Errno.is(e, "store.missing") || Errno.is(e, "store.link")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Makes a directory of the tree and those above it; others may be making them too. */
    void directories(String below) throws ProblemException {
        if (below.isEmpty()) {
            return;
        }
        Optional<Dir> there = parent(below + "/x");
        if (there.isPresent()) {
            there.get().close();
            return;
        }
        directories(directory(below));
        try (Dir parent = tree(directory(below))) {
            home.disk.mkdir(parent, Disk.raw(name(below)), TREE_MODE);
        } catch (ProblemException e) {
            boolean made = Errno.is(e, "store.in-the-way") && isDirectory(below);
            if (!made) {
                throw e;
            }
        }
    }

    private boolean isDirectory(String below) throws ProblemException {
        try (Dir parent = tree(directory(below))) {
            return home.disk
                    .stat(parent, Disk.raw(name(below)))
                    .filter(Stat::isDirectory)
                    .isPresent();
        }
    }

    /** Where the tree lies, for readers. */
    Path treePath() {
        return home.path.resolve(Layout.OWN).resolve(path).resolve(Layout.TREE);
    }

    /** The directory part of a path, empty at the top. */
    static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last component of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
