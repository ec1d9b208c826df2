package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds files of sealed versions that have equal digest, mode and owner and yet are stored more than once. Times may
 * differ: {@code cp -r} gives every copy the time of the copying. Only files all of whose names are known count: storage
 * is freed with the last one.
 */
final class SharingGroups {

    private final Home home;
    private final List<SealedTree> trees;
    private final JobContext job;

    SharingGroups(Home home, List<SealedTree> trees, JobContext job) {
        this.home = home;
        this.trees = trees;
        this.job = job;
    }

    /** Where a file lies. */
    record Place(SealedTree tree, SealedFolder folder, SealedItem item) {}

    /** One file on disk and its names. */
    record Stored(Stat stat, List<Place> places) {}

    /** A file that stays and the copies that it can take the place of. */
    record Group(Stored kept, List<Stored> copies) {

        long saves() {
            return kept.stat.size() * copies.size();
        }
    }

    /** Of copies, the oldest is the original. */
    private static final Comparator<Stored> MOST_LINKS_THEN_OLDEST =
            Comparator.<Stored>comparingLong(s -> -s.stat.links()).thenComparingLong(s -> s.stat.mtime());

    private record Key(String sha256, int mode) {}

    /** The groups, in no particular order. */
    List<Group> find() throws ProblemException, InterruptedException {
        List<Group> groups = new ArrayList<>();
        boolean clones = SharingWays.known(home) == RepositoryStore.Sharing.REFLINK;
        for (Map<Long, List<Place>> byInode : places(copied()).values()) {
            job.checkpoint();
            List<Stored> stored = new ArrayList<>();
            for (Map.Entry<Long, List<Place>> file : byInode.entrySet()) {
                stat(file.getKey(), file.getValue().getFirst())
                        .ifPresent(s -> stored.add(new Stored(s, file.getValue())));
            }
            group(stored, clones).ifPresent(groups::add);
        }
        return groups;
    }

    /** The keys that more than one inode has. */
    private Set<Key> copied() {
        Map<Key, Long> first = new HashMap<>();
        Set<Key> copied = new HashSet<>();
        for (SealedTree tree : trees) {
            for (SealedFolder folder : tree.folders) {
                for (SealedItem item : folder.items) {
                    long inode = inode(tree, item);
                    if (inode != 0 && first.computeIfAbsent(key(item), k -> inode) != inode) {
                        copied.add(key(item));
                    }
                }
            }
        }
        return copied;
    }

    private Map<Key, Map<Long, List<Place>>> places(Set<Key> copied) {
        Map<Key, Map<Long, List<Place>>> places = new LinkedHashMap<>();
        for (SealedTree tree : trees) {
            for (SealedFolder folder : tree.folders) {
                for (SealedItem item : folder.items) {
                    long inode = inode(tree, item);
                    if (inode != 0 && copied.contains(key(item))) {
                        places.computeIfAbsent(key(item), k -> new LinkedHashMap<>())
                                .computeIfAbsent(inode, i -> new ArrayList<>())
                                .add(new Place(tree, folder, item));
                    }
                }
            }
        }
        return places;
    }

    private Optional<Group> group(List<Stored> stored, boolean clones) throws ProblemException {
        if (stored.size() < 2) {
            return Optional.empty();
        }
        Stored kept = stored.stream().min(MOST_LINKS_THEN_OLDEST).orElseThrow();
        List<Stored> copies = new ArrayList<>();
        for (Stored other : stored) {
            boolean replaceable =
                    other != kept && other.stat.uid() == kept.stat.uid() && other.stat.links() == other.places.size();
            if (replaceable && !(clones && sameStorage(kept, other))) {
                copies.add(other);
            }
        }
        return copies.isEmpty() ? Optional.empty() : Optional.of(new Group(kept, copies));
    }

    private boolean sameStorage(Stored one, Stored other) throws ProblemException {
        try (OpenFile a = open(one.places.getFirst());
                OpenFile b = open(other.places.getFirst())) {
            long first = a.firstExtent();
            return first > 0 && first == b.firstExtent();
        }
    }

    /** Opens a file where it lies. */
    private OpenFile open(Place place) throws ProblemException {
        try (Dir top = place.tree.open(home)) {
            return home.disk.read(top, place.item.entry().path().bytes());
        }
    }

    private Optional<Stat> stat(long inode, Place place) throws ProblemException {
        try (Dir top = place.tree.open(home);
                Dir dir = home.disk.open(top, place.folder.path)) {
            return home.disk.stat(dir, place.item.name()).filter(s -> s.inode() == inode);
        }
    }

    private static long inode(SealedTree tree, SealedItem item) {
        return item.isFile() && item.entry().size() > 0 ? tree.rows.inode(item.row()) : 0;
    }

    private static Key key(SealedItem item) {
        return new Key(item.entry().sha256(), item.entry().mode());
    }
}
