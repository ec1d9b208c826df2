package io.tidemark.engine.change;

import io.tidemark.engine.repository.Base;
import io.tidemark.kind.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for a few minutes what upstreams said, so that a plan that was shown can run without asking everything twice.
 * What upstream serves later is checked against it byte by byte, so that a stale answer costs time and never truth. Safe
 * for all threads.
 */
final class SurveyMemory {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST = 4;

    private final Map<String, Heard> heard = new LinkedHashMap<>();

    /** What was said to a question, if that is not long ago. */
    synchronized Optional<Heard> recall(String question, Instant now) {
        heard.values()
                .removeIf(each ->
                        each.when().plus(FRESH).isBefore(now) || each.when().isAfter(now));
        return Optional.ofNullable(heard.get(question));
    }

    synchronized void keep(String question, Heard answer) {
        heard.remove(question);
        heard.put(question, answer);
        while (heard.size() > MOST) {
            heard.remove(heard.keySet().iterator().next());
        }
    }

    /** An answer and the base that it was compared with, what it cost, and when it came. */
    record Heard(Base base, Survey survey, long requests, Instant when) {}
}
