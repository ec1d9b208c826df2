package io.tidemark.model;

import java.util.List;

/** Some of the changed files of a comparison: the changes from {@code offset} on, and how many match in all. */
public record ChangePage(List<FileChange> changes, long offset, long total) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
