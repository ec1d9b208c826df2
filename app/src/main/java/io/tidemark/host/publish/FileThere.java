package io.tidemark.host.publish;

/**
 * A file of a copy that belongs to versions without being part of one: a delta between two of them.
 *
 * @param path relative to the copy
 * @param sha256 its digest as it was read there, hex
 */
public record FileThere(String path, long size, String sha256) {}
