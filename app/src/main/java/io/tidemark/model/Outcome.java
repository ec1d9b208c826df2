package io.tidemark.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation did, said only after it was verified.
 *
 * @param operation what was asked
 * @param repository the repository's name
 * @param result done, or nothing to do
 * @param summary one sentence
 * @param version the version made or concerned, if any
 * @param channel the channel moved, if any
 * @param figures counts, bytes and milliseconds by name, as in {@link Plan#figures}, plus {@code requests}, {@code millis}
 * @param notices remarks
 */
public record Outcome(
        Operation operation,
        String repository,
        Result result,
        Phrase summary,
        Optional<String> version,
        Optional<String> channel,
        Map<String, Long> figures,
        List<Notice> notices) {

    public Outcome {
        figures = Map.copyOf(figures);
        notices = List.copyOf(notices);
    }

    /** How it ended; failures are exceptions. */
    public enum Result {
        DONE,
        NOTHING_TO_DO
    }
}
