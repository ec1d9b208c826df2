package io.tidemark.model;

import java.util.Map;

/**
 * What went wrong, as data: which object, why, what the state is now and what to do next. The texts are found by the
 * code: {@code problem.CODE} says what failed and why, {@code problem.CODE.next} what to do, {@code state.STATE} what
 * is on disk and before the clients now.
 *
 * @param code stable dotted code, for example {@code upstream.size}; people search for it
 * @param category decides the exit code and how loud the window is
 * @param state what the failed operation left behind
 * @param args values for the texts; {@code object} always names the thing that failed
 * @param details technical text to copy into a report, possibly empty; never shown unasked
 */
public record Problem(String code, Category category, State state, Map<String, String> args, String details) {

    public Problem {
        args = Map.copyOf(args);
    }

    /** Whose turn it is, and the exit code that says so. */
    public enum Category {
        /** The call was wrong: unknown name, missing argument. Exit 2. */
        USAGE(2),
        /** Policy, integrity or hostile input: the program could, and will not. Exit 3. */
        REFUSED(3),
        /** Upstream or host cannot be reached or does not answer in time. Exit 4. */
        UNREACHABLE(4),
        /** Somebody else writes. Exit 5. */
        BUSY(5),
        /** Local storage: full, read-only, I/O error, no permission. Exit 6. */
        STORAGE(6),
        /** A fault of this program. Exit 70. */
        BUG(70),
        /** A person stopped it. Exit 130. */
        CANCELLED(130);

        private final int exitCode;

        Category(int exitCode) {
            this.exitCode = exitCode;
        }

        /** The exit code of the command line for problems of this category. */
        public int exitCode() {
            return exitCode;
        }
    }

    /** What a failed operation left behind. */
    public enum State {
        /** Nothing was written; clients get what they got before. */
        UNCHANGED,
        /** Verified parts are kept in staging and are used by the next run; clients get what they got before. */
        STAGING_KEPT,
        /** The change was made; what came after it failed. */
        DONE_BUT,
        /** The version is shut away (quarantined); channels stay where they were. */
        QUARANTINED,
        /** The outcome is unknown until it is read again. */
        UNKNOWN
    }

    /** A problem that left everything as it was. */
    public static Problem of(String code, Category category, Object... namesAndValues) {
        return new Problem(code, category, State.UNCHANGED, Phrase.args(namesAndValues), "");
    }

    /** The same problem with another state. */
    public Problem in(State newState) {
        return new Problem(code, category, newState, args, details);
    }

    /** The same problem with technical details. */
    public Problem with(String newDetails) {
        return new Problem(code, category, state, args, newDetails);
    }
}
