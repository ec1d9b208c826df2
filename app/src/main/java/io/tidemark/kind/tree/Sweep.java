package io.tidemark.kind.tree;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.source.BulkFetch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sifts what an upstream listed as a whole by what is wanted of it. For one thread. */
final class Sweep {

    private final TreeOptions options;
    private final List<Found.Item> items = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, Boolean> entered = new HashMap<>();
    private final Set<String> filled = new HashSet<>();

    Sweep(TreeOptions options) {
        this.options = options;
    }

    Found of(List<BulkFetch.Item> listed) throws ProblemException {
        for (BulkFetch.Item item : listed) {
            filled.add(parent(item.path()));
            if (enters(parent(item.path()))) {
                take(item);
            }
        }
        for (BulkFetch.Item item : listed) {
            if (item.entry().directory() && !filled.contains(item.path()) && enters(item.path())) {
                notices.add(Notice.info("notice.tree.hollow", "object", item.path()));
            }
        }
        items.sort(Comparator.comparing(item -> EntryPath.of(item.path())));
        return new Found(items, notices);
    }

    private void take(BulkFetch.Item item) throws ProblemException {
        String path = item.path();
        if (item.entry().directory() || !options.takes(path)) {
            return;
        }
        switch (item.entry().type()) {
            case FILE -> add(item);
            case SYMLINK -> {
                LinkRule.check(path, item.entry().linkTarget().orElse(""));
                add(item);
            }
            case SPECIAL -> notices.add(Notice.warning("notice.tree.special", "object", path));
            case DIRECTORY -> throw new IllegalStateException(path);
        }
    }

    private void add(BulkFetch.Item item) {
        items.add(new Found.Item(item.path(), item.entry(), "", item.sameAs()));
    }

    /** Whether no directory from the root down to this one is left out. */
    private boolean enters(String directory) {
        if (directory.isEmpty()) {
            return true;
        }
        Boolean known = entered.get(directory);
        if (known == null) {
            known = enters(parent(directory)) && options.enters(directory);
            entered.put(directory, known);
        }
        return known;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
