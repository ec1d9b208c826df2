package io.tidemark.kind;

import java.nio.file.Path;

/**
 * Where work on a repository of commits is done.
 *
 * @param root the repository
 * @param scratch a directory on the same file system for whatever is made ready; it may be missing, and is nobody else's
 */
public record CommitPlace(Path root, Path scratch) {}
