package io.tidemark.model;

/**
 * One line of a manifest.
 *
 * @param path where it lies below the version
 * @param type what it is
 * @param mode permission bits, 12 bits as in {@code chmod}
 * @param size bytes of a regular file, else 0
 * @param sha256 lower-case hex of a regular file's content, else empty
 * @param target the target of a symbolic link (escaped like a path), else empty
 */
public record ManifestEntry(EntryPath path, Type type, int mode, long size, String sha256, String target) {

    /** What an entry is. */
    public enum Type {
        FILE,
        DIRECTORY,
        SYMLINK
    }

    /** Whether content, kind, mode or target differ; the path does not count. */
    public boolean sameAs(ManifestEntry other) {
        return type == other.type
                && mode == other.mode
                && size == other.size
                && sha256.equals(other.sha256)
                && target.equals(other.target);
    }
}
