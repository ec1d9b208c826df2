package io.tidemark.store;

import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;

/**
 * One entry of a sealed version, where it lies.
 *
 * @param name its raw name in its directory
 * @param row its row among the {@link LedgerRows}, -1 for a symbolic link
 */
record SealedItem(ManifestEntry entry, byte[] name, int row) {

    boolean isFile() {
        return entry.type() == Type.FILE;
    }

    /** Whether something on disk has the type, mode and size that the manifest names. */
    boolean looksLike(Stat stat) {
        return switch (entry.type()) {
            case FILE -> stat.isFile() && stat.permissions() == entry.mode() && stat.size() == entry.size();
            case DIRECTORY -> stat.isDirectory() && stat.permissions() == entry.mode();
            case SYMLINK -> stat.isLink();
        };
    }
}
