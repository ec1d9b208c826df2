package io.tidemark.model;

/** How much a notice matters to the reader. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Passed a check. */
    GOOD,
    /** Needs thought before going on. */
    WARNING,
    /** Stops the operation, or will hurt clients. */
    DANGER
}
