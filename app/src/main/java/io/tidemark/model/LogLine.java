package io.tidemark.model;

import java.time.Instant;

/** One line of a job's log; numbers rise by one from 1. */
public record LogLine(long number, Instant time, Severity severity, Phrase phrase) {}
