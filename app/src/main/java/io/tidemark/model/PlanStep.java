package io.tidemark.model;

/**
 * One line of a plan: what is done to how much, and why.
 *
 * @param files how many files, -1 where counting makes no sense
 * @param bytes how many bytes; negative where they are freed; 0 where counting makes no sense
 */
public record PlanStep(Action action, String subject, long files, long bytes, Phrase reason) {

    /** What a step does; a word and an icon for each stand ready in both faces. */
    public enum Action {
        SHARE,
        COPY,
        FETCH,
        LEAVE_OUT,
        VERIFY,
        SEAL,
        FLIP,
        HOLD,
        RELEASE,
        DELETE,
        WRITE_SETTINGS,
        EXCHANGE,
        GIVE_BACK,
        MAKE_DELTA,
        PUBLISH,
        DISABLE_WRITER,
        TRUST_KEY,
        KEEP,
        MAKE,
        WRITE,
        START,
        PROBE,
        NOTHING
    }
}
