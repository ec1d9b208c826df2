package io.tidemark.model;

/**
 * Something that writes into a repository's tree and is no Tidemark that holds its lock.
 *
 * @param kind where it was found
 * @param where file and line, unit name, or process id
 * @param what the command line or program
 * @param canDisable whether we can switch it off ourselves (a cron line we may write)
 */
public record ForeignWriter(Kind kind, String where, String what, boolean canDisable) {

    /** Where a writer was found. */
    public enum Kind {
        CRON,
        TIMER,
        PROCESS,
        /** A running helper of a Tidemark that was killed: it writes where that one built, and ends by itself. */
        LEFTOVER
    }
}
