package io.tidemark.engine.view;

import io.tidemark.model.DirectoryChange;
import io.tidemark.model.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts changes by directory in bounded memory: when there are too many directories, the deepest are counted with their
 * parents. Used by one thread.
 */
final class DirectoryRollup {

    private static final int MOST = 400;
    private static final int SLACK = 4;

    private final Map<String, Count> counts = new TreeMap<>();

    void add(FileChange change) {
        String path = change.path();
        int slash = path.lastIndexOf('/');
        counts.computeIfAbsent(slash < 0 ? "" : path.substring(0, slash), name -> new Count())
                .add(change);
        if (counts.size() > MOST * SLACK) {
            flatten(MOST * SLACK / 2);
        }
    }

    /** The directories in path order. */
    List<DirectoryChange> result() {
        flatten(MOST);
        List<DirectoryChange> result = new ArrayList<>();
        counts.forEach((path, count) -> result.add(count.of(path)));
        return result;
    }

    private void flatten(int most) {
        while (counts.size() > most) {
            int deepest = counts.keySet().stream()
                    .mapToInt(DirectoryRollup::depth)
                    .max()
                    .orElse(0);
            if (deepest == 0) {
                return;
            }
            List<String> deep = counts.keySet().stream()
                    .filter(path -> depth(path) == deepest)
                    .toList();
            deep.forEach(this::fold);
        }
    }

    private void fold(String path) {
        int slash = path.lastIndexOf('/');
        String parent = slash < 0 ? "" : path.substring(0, slash);
        Count count = counts.remove(path);
        counts.computeIfAbsent(parent, name -> new Count()).add(count);
    }

    private static int depth(String path) {
        return path.isEmpty() ? 0 : 1 + (int) path.chars().filter(c -> c == '/').count();
    }

    private static final class Count {
        private long added;
        private long removed;
        private long changed;
        private long moved;
        private long bytes;

        void add(FileChange change) {
            bytes += change.newSize() - change.oldSize();
            switch (change.kind()) {
                case ADDED -> added++;
                case REMOVED -> removed++;
                case CHANGED -> changed++;
                case MOVED -> moved++;
            }
        }

        void add(Count other) {
            added += other.added;
            removed += other.removed;
            changed += other.changed;
            moved += other.moved;
            bytes += other.bytes;
        }

        DirectoryChange of(String path) {
            return new DirectoryChange(path, added, removed, changed, moved, bytes);
        }
    }
}
