package io.tidemark.host.publish;

import java.time.Instant;

/**
 * A symbolic link on a host.
 *
 * @param text what it says, in the form of {@link io.tidemark.model.EntryPath}
 * @param made when it was made
 */
public record LinkThere(String text, Instant made) {}
