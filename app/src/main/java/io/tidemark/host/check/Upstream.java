package io.tidemark.host.check;

/**
 * A connection to try from a host.
 *
 * @param needed whether the host fetches from there itself
 */
public record Upstream(String host, int port, boolean needed) {}
