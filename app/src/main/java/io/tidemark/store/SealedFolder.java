package io.tidemark.store;

import java.util.ArrayList;
import java.util.List;

/** One directory of a sealed version and what is directly in it. */
final class SealedFolder {

    /** Raw path below the version, {@code .} for the top. */
    final byte[] path;

    /** Its row among the {@link LedgerRows}. */
    final int row;

    final List<SealedItem> items = new ArrayList<>();

    SealedFolder(byte[] path, int row) {
        this.path = path;
        this.row = row;
    }

    /** Some items of one directory: a share of work that is small enough. */
    record Part(SealedFolder folder, int from, int to) {

        List<SealedItem> items() {
            return folder.items.subList(from, to);
        }

        boolean isFirst() {
            return from == 0;
        }
    }
}
