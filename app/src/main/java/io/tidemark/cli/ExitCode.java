package io.tidemark.cli;

/** The exit codes that are not those of a problem's category. */
final class ExitCode {

    /** Done and verified. */
    static final int DONE = 0;

    private ExitCode() {}
}
