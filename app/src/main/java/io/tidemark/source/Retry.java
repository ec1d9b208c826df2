package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import io.tidemark.source.http.HttpFault;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries again after faults that may pass: waits a quarter of a second, then twice as long each time, spread at random by
 * half so that many workers do not come back at once, at most eight seconds; or as long as the server asks, within bounds.
 */
record Retry(int attempts, Pause pause) {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration LONGEST_WISH = Duration.ofSeconds(60);

    /** One try. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException, ProblemException, InterruptedException;
    }

    <T> T run(String object, JobContext job, Attempt<T> attempt) throws ProblemException, InterruptedException {
        int failed = 0;
        while (true) {
            job.checkpoint();
            try {
                return attempt.run();
            } catch (IOException error) {
                failed++;
                if (failed >= attempts || !again(error)) {
                    throw SourceException.problem(error, object);
                }
                hold(failed, error, object, job);
            }
        }
    }

    /** Waits before the next attempt after so many failed ones, and says so in the job's log. */
    void hold(int failed, IOException error, String object, JobContext job) throws InterruptedException {
        Duration time = error instanceof HttpFault fault ? fault.wish().orElse(backOff(failed)) : backOff(failed);
        String code = SourceException.problem(error, object).problem().code();
        job.log(
                Severity.WARNING,
                Phrase.of("source.retry", "object", object, "code", code, "wait", time.toMillis(), "failed", failed));
        pause.of(time);
    }

    /** Whether another attempt may do better, and soon. */
    static boolean again(IOException error) {
        return switch (error) {
            case HttpFault fault ->
                fault.passing()
                        && fault.wish().map(w -> w.compareTo(LONGEST_WISH) <= 0).orElse(true);
            case SourceException fault -> fault.passing();
            default -> false;
        };
    }

    private static Duration backOff(int failed) {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failed - 1, 10));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    }
}
