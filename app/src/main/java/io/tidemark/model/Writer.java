package io.tidemark.model;

import java.time.Instant;

/** Who writes to a repository now: account, machine, process id, operation name, since when. */
public record Writer(String actor, String machine, long pid, String operation, Instant since) {}
