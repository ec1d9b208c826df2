package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Puts one file in the place of its copies, name by name: a link (or clone) of it is made aside and renamed over the copy,
 * and the directory gets its time back. A clone keeps the copy's own time; a link cannot. The ledger was told that this goes on; {@link #close} makes what was done durable
 * and known, however far it came. For one thread.
 */
final class SharingReplacement implements AutoCloseable {

    private final Workbench bench;
    private final Disk disk;
    private final boolean clones;
    private final Set<SealedTree> changed = new HashSet<>();
    private long files;
    private long saved;

    SharingReplacement(Workbench bench) throws ProblemException {
        this.bench = bench;
        this.disk = bench.disk;
        this.clones = SharingWays.find(bench.home) == RepositoryStore.Sharing.REFLINK;
    }

    /** Bytes saved so far. */
    long saved() {
        return saved;
    }

    /**
     * Forgets, durably, what is recorded of copies that will have another time: a link has that of the file it leads to.
     * Cut short from here on, the next look reads them instead of calling them changed.
     */
    void announce(List<SharingGroups.Group> groups) throws ProblemException {
        if (clones) {
            return;
        }
        for (SharingGroups.Group group : groups) {
            group.copies()
                    .forEach(copy -> copy.places().stream()
                            .filter(place -> time(place) != group.kept().stat().mtime())
                            .forEach(this::forget));
        }
        for (SealedTree tree : changed) {
            tree.writeRows(bench.home);
        }
    }

    private void forget(SharingGroups.Place place) {
        place.tree().rows.forgetWhole(place.item().row());
        changed.add(place.tree());
    }

    private static long time(SharingGroups.Place place) {
        return place.tree().rows.mtime(place.item().row());
    }

    /** Replaces all copies of a group, unless links run out or are not allowed. */
    void replace(SharingGroups.Group group) throws ProblemException {
        for (SharingGroups.Stored copy : group.copies()) {
            for (SharingGroups.Place place : copy.places()) {
                if (!replace(group.kept().places().getFirst(), place)) {
                    return;
                }
                files++;
            }
            saved += copy.stat().size();
        }
    }

    private boolean replace(SharingGroups.Place kept, SharingGroups.Place place) throws ProblemException {
        byte[] aside = Disk.raw(UUID.randomUUID().toString());
        try (Dir temporary = bench.home.dir(Layout.TEMPORARY);
                Dir keptTop = kept.tree().open(bench.home);
                Dir keptDir = disk.open(keptTop, kept.folder().path);
                Dir top = place.tree().open(bench.home);
                Dir dir = disk.open(top, place.folder().path)) {
            if (!(clones
                    ? clone(keptDir, kept, temporary, aside, time(place))
                    : link(keptDir, kept, temporary, aside))) {
                return false;
            }
            boolean followed = false;
            try {
                Stat now = swap(temporary, aside, dir, place);
                changed.add(place.tree());
                place.tree().rows.set(place.item().row(), now);
                followed = true;
            } finally {
                bench.ledger.doubtUnless(followed);
            }
            return true;
        }
    }

    private boolean link(Dir from, SharingGroups.Place kept, Dir to, byte[] aside) throws ProblemException {
        Stat before = disk.stat(from, kept.item().name()).orElseThrow(() -> moving(kept));
        try {
            disk.link(from, kept.item().name(), to, aside);
        } catch (ProblemException e) {
            if (SharingWays.cannotLink(e)) {
                return false;
            }
            throw e;
        }
        boolean followed = false;
        try {
            bench.ledger.follow(before, disk.stat(to, aside).orElseThrow(() -> moving(kept)));
            followed = true;
        } finally {
            bench.ledger.doubtUnless(followed);
        }
        return true;
    }

    private boolean clone(Dir from, SharingGroups.Place kept, Dir to, byte[] aside, long time) throws ProblemException {
        try (OpenFile original = disk.read(from, kept.item().name());
                OpenFile made = disk.create(to, aside, kept.item().entry().mode())) {
            if (made.cloneOf(original)) {
                made.utime(time);
                made.fsync();
                return true;
            }
        }
        disk.unlink(to, aside);
        return false;
    }

    /** The copy's place is taken over; what the file there is now. */
    private Stat swap(Dir temporary, byte[] aside, Dir dir, SharingGroups.Place place) throws ProblemException {
        byte[] name = place.item().name();
        long time = dir.stat().mtime();
        Stat made = disk.stat(temporary, aside).orElseThrow(() -> moving(place));
        try (OpenFile copy = disk.read(dir, name)) {
            Stat before = copy.stat();
            disk.rename(temporary, aside, dir, name);
            dir.utime(time);
            bench.ledger.follow(before, copy.stat());
        }
        Stat now = disk.stat(dir, name).orElseThrow(() -> moving(place));
        if (clones) {
            bench.ledger.note(now);
        } else {
            bench.ledger.follow(made, now);
        }
        return now;
    }

    private static ProblemException moving(SharingGroups.Place place) {
        return SealedWalk.moving(place.item().entry().path().bytes());
    }

    @Override
    public void close() throws ProblemException {
        boolean followed = false;
        try {
            for (SealedTree tree : changed) {
                tree.writeRows(bench.home);
            }
            if (files > 0) {
                bench.home.own.syncfs();
            }
            followed = true;
        } finally {
            bench.ledger.doubtUnless(followed);
        }
        bench.ledger.settle();
        if (files > 0) {
            bench.note(SharingCopies.deed(files, saved));
        }
    }
}
