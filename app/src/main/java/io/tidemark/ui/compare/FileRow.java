package io.tidemark.ui.compare;

import io.tidemark.model.FileChange;

/** A row in the tree of changed files. */
sealed interface FileRow {

    /** A directory with everything that changed below it. */
    record Below(Directory directory) implements FileRow {}

    /** A changed file. */
    record Changed(FileChange change) implements FileRow {}

    /** So many files are missing in this directory; the search for them goes on from this change. */
    record More(Directory directory, long offset, long missing) implements FileRow {}

    /** Files are on their way. */
    record Coming() implements FileRow {}
}
