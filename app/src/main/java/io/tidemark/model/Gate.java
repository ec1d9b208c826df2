package io.tidemark.model;

import java.util.Optional;

/**
 * A condition that a plan must meet before it may run.
 *
 * @param name stable name, used to override it: {@code hold}, {@code boot-critical}, {@code older}, {@code shrank},
 *     {@code key-changed}, {@code stale}, {@code trust}, {@code quarantine}, {@code space}, {@code writers}
 * @param open whether the plan may pass
 * @param phrase what was looked at and found
 * @param override how a person passes over it, if that is possible; empty when it is not
 */
public record Gate(String name, boolean open, Phrase phrase, Optional<Phrase> override) {}
