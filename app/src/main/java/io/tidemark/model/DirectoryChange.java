package io.tidemark.model;

/** The changes below one directory, rolled up: counts of files and the difference in bytes (after minus before). */
public record DirectoryChange(String path, long added, long removed, long changed, long moved, long bytes) {}
