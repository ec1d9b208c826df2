package io.tidemark.model;

import java.time.Instant;

/** A channel kept where it is until a person releases it: since when, by whom, why (possibly empty). */
public record Hold(Instant since, String actor, String reason) {}
