package io.tidemark.kind;

import io.tidemark.model.Upstream;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be brought into a repository of commits.
 *
 * @param upstream where from, and how
 * @param version version string of a directory's commit, if a person named it
 * @param now the time of a directory's commit
 */
public record CommitFetch(Upstream upstream, Optional<String> version, Instant now) {}
