package io.tidemark.kind.tree;

import io.tidemark.model.Notice;
import io.tidemark.source.Entry;
import java.util.List;
import java.util.Optional;

/** What a crawl brought: files and links with their paths in the order of their bytes, and what was left out and why. */
record Found(List<Item> items, List<Notice> notices) {

    /**
     * One file or link.
     *
     * @param tag what the server calls its state, empty where that was not asked for
     * @param sameAs path of another file that is the same one under another name
     */
    record Item(String path, Entry entry, String tag, Optional<String> sameAs) {

        Item(String path, Entry entry, String tag) {
            this(path, entry, tag, Optional.empty());
        }
    }
}
