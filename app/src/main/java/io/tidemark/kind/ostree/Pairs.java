package io.tidemark.kind.ostree;

import io.tidemark.model.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through two sorted lists of names side by side. */
final class Pairs {

    private Pairs() {}

    /** One name on either side; at least one side has it. */
    record Pair(Optional<DirTree.Entry> before, Optional<DirTree.Entry> after) {

        DirTree.Entry any() {
            return after.or(() -> before).orElseThrow();
        }

        FileChange.Kind kind() {
            if (before.isEmpty()) {
                return FileChange.Kind.ADDED;
            }
            return after.isEmpty() ? FileChange.Kind.REMOVED : FileChange.Kind.CHANGED;
        }

        /** Another name on the side that this one stands on. */
        Pair alike(DirTree.Entry entry) {
            return new Pair(before.map(_ -> entry), after.map(_ -> entry));
        }
    }

    /** The names that differ. */
    static List<Pair> of(List<DirTree.Entry> before, List<DirTree.Entry> after) {
        List<Pair> pairs = new ArrayList<>();
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            int order = order(before, old, after, now);
            Optional<DirTree.Entry> left = order <= 0 ? Optional.of(before.get(old++)) : Optional.empty();
            Optional<DirTree.Entry> right = order >= 0 ? Optional.of(after.get(now++)) : Optional.empty();
            if (order != 0 || !left.orElseThrow().same(right.orElseThrow())) {
                pairs.add(new Pair(left, right));
            }
        }
        return pairs;
    }

    private static int order(List<DirTree.Entry> before, int old, List<DirTree.Entry> after, int now) {
        if (old == before.size()) {
            return 1;
        }
        return now == after.size() ? -1 : DirTree.compare(before.get(old), after.get(now));
    }
}
