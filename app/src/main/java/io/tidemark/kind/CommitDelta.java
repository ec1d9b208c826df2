package io.tidemark.kind;

import java.util.Optional;

/**
 * A delta between two commits that lies in a repository.
 *
 * @param at directory of the repository in which it lies, relative to the whole; empty for the whole
 * @param from the commit that it begins with, none where it needs nothing
 * @param to the commit that it makes
 * @param bytes what it takes on the disk
 * @param fetched what a client fetches: that, and objects that it names instead of holding them
 * @param told whether clients are told of it
 */
public record CommitDelta(String at, Optional<String> from, String to, long bytes, long fetched, boolean told) {}
