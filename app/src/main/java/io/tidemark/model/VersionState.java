package io.tidemark.model;

/** Where a version stands in its life. */
public enum VersionState {
    /** Being built, invisible to clients. */
    STAGED,
    /** Found by adoption; its bytes have not been read yet. It can be rolled back to. */
    ADOPTED,
    /** Complete, immutable, described by a manifest. */
    SEALED,
    /** Sealed once, changed behind our back since: not shared, not promoted. */
    QUARANTINED
}
