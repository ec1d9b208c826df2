package io.tidemark.host.publish;

import java.time.Clock;

/**
 * Who changes a copy.
 *
 * @param name account and machine, {@code user@host}
 * @param operation what for, shown to others who want to write
 * @param urgent whether it cannot wait for a broken journal to be looked at, which is then set aside
 */
public record Author(String name, String operation, Clock clock, boolean urgent) {}
