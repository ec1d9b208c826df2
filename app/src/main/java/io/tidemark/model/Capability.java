package io.tidemark.model;

/** What a kind can do; the rest of the program asks for these and never for a kind by name. */
public enum Capability {
    /** New versions can come from an upstream. */
    UPSTREAM,
    /** Versions list packages that can be compared. */
    PACKAGES,
    /** Versions list branches and tags, whose commits can be compared. */
    COMMITS,
    /** Channels are refs: going back is a new commit, or the ref moves. */
    REFS,
    /** New versions can be composed of texts that people write. */
    RECIPES,
    /** What a new index drops can stay beside it for one version. */
    GRACE,
    /** Versions have a boot set. */
    BOOT_SET,
    /** Content is signed with keys that are pinned. */
    SIGNED,
    /** A sealed version can be copied under another name. */
    SNAPSHOT
}
