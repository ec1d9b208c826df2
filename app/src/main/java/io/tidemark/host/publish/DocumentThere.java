package io.tidemark.host.publish;

import java.time.Instant;

/**
 * A document on a host that clients follow.
 *
 * @param sha256 digest of its content, hex
 * @param made when it was last changed
 */
public record DocumentThere(String sha256, Instant made) {}
