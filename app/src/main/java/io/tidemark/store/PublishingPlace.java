package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Optional;

/** Where one published file lies, and the product that takes its place. */
record PublishingPlace(Home home, String path) {

    /** Opens the directory that holds it. */
    Dir parent() throws ProblemException {
        String directory = StagedArea.directory(path);
        return home.disk.open(home.root, directory.isEmpty() ? "." : directory);
    }

    byte[] name() {
        return Disk.raw(StagedArea.name(path));
    }

    /** What lies there; empty if nothing does. */
    Optional<Stat> stat() throws ProblemException {
        try (Dir dir = parent()) {
            return home.disk.stat(dir, name());
        } catch (ProblemException e) {
            if (Errno.is(e, "store.missing")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether this file lies there. */
    boolean holds(long inode) throws ProblemException {
        return stat().filter(s -> s.inode() == inode).isPresent();
    }

    /** Puts the product there; what lay there takes the product's name. Durable on return. */
    void take(String product) throws ProblemException {
        try (Dir products = home.dir(Layout.PRODUCTS);
                Dir dir = parent()) {
            if (home.disk.stat(dir, name()).isPresent()) {
                home.disk.exchange(products, Disk.raw(product), dir, name());
            } else {
                home.disk.renameNew(products, Disk.raw(product), dir, name());
            }
            dir.fsync();
            products.fsync();
        }
    }

    /** Takes the product back; what had lain there returns. Durable on return. */
    void giveBack(String product) throws ProblemException {
        try (Dir products = home.dir(Layout.PRODUCTS);
                Dir dir = parent()) {
            if (home.disk.stat(products, Disk.raw(product)).isPresent()) {
                home.disk.exchange(products, Disk.raw(product), dir, name());
            } else {
                home.disk.renameNew(dir, name(), products, Disk.raw(product));
            }
            dir.fsync();
            products.fsync();
        }
    }
}
