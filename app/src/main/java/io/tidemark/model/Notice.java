package io.tidemark.model;

/** A remark shown with a plan, a status or a result. */
public record Notice(Severity severity, Phrase phrase) {

    /** A notice that something passed. */
    public static Notice good(String key, Object... args) {
        return new Notice(Severity.GOOD, Phrase.of(key, args));
    }

    /** A neutral notice. */
    public static Notice info(String key, Object... args) {
        return new Notice(Severity.INFO, Phrase.of(key, args));
    }

    /** A notice that asks for thought. */
    public static Notice warning(String key, Object... args) {
        return new Notice(Severity.WARNING, Phrase.of(key, args));
    }

    /** A notice that stops or hurts. */
    public static Notice danger(String key, Object... args) {
        return new Notice(Severity.DANGER, Phrase.of(key, args));
    }
}
