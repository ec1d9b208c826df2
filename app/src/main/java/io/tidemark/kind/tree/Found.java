package io.tidemark.kind.tree;

import io.tidemark.model.Notice;
import io.tidemark.source.Entry;
import java.util.List;

/** What a crawl brought: files and links with their paths in the order of their bytes, and what was left out and why. */
record Found(List<Item> items, List<Notice> notices) {

    /** One file or link; {@code tag} is what the server calls its state, empty where that was not asked for. */
    record Item(String path, Entry entry, String tag) {}
}
