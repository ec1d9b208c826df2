package io.tidemark.model;

/**
 * One file that differs between two versions.
 *
 * @param kind what happened to it
 * @param path where it is now, or was if it is gone
 * @param from where it was before a move, else empty
 * @param oldSize bytes before, 0 when added
 * @param newSize bytes after, 0 when removed
 * @param type what it is (after, or before when removed)
 */
public record FileChange(Kind kind, String path, String from, long oldSize, long newSize, ManifestEntry.Type type) {

    /** What happened to a file. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }
}
