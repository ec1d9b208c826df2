package io.tidemark.kind.ostree;

import java.util.Optional;

/**
 * A name that clients follow.
 *
 * @param name for example {@code fedora/41/x86_64/kinoite}
 * @param commit what it stands for
 * @param alias the ref that it is another name of, if it is one
 */
record Ref(String name, Checksum commit, Optional<String> alias) {}
