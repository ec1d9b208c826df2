package io.tidemark.delta;

/**
 * A delta by where it starts and where it leads.
 *
 * @param from name of the image that a client has
 * @param to name of the image that it wants
 */
public record DeltaPair(String from, String to) {}
