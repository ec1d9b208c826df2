package io.tidemark.ui.jobs;

import io.tidemark.model.JobRecord;

/** One line of the list: the heading of a section, or a job. */
sealed interface Line {

    /** A section: the key of its name, and how many jobs it has. */
    record Heading(String key, int count) implements Line {}

    /** A job. */
    record Entry(JobRecord job) implements Line {}

    /** Whether the other line stands for the same thing, perhaps further on. */
    default boolean continues(Line other) {
        return switch (this) {
            case Heading heading ->
                other instanceof Heading before && before.key().equals(heading.key());
            case Entry entry ->
                other instanceof Entry before
                        && before.job().id().equals(entry.job().id());
        };
    }
}
