package io.tidemark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.job.JobContext;
import io.tidemark.job.Unwatched;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.function.Executable;

/** What tests of sources share: a job that nobody watches, impatient settings, waits that take no time. */
final class Fixtures {

    static final JobContext JOB = new Unwatched(null);

    private Fixtures() {}

    /** Gives up after so many seconds of silence, and after so many attempts. */
    static TransferSettings settings(int seconds, int attempts) {
        return new TransferSettings(4, 0, attempts, seconds, "", "");
    }

    /** Sources whose waits are noted instead of waited. */
    static UrlSources hasty(List<Duration> waits) {
        return new UrlSources(Clock.systemUTC(), waits::add, Map.of());
    }

    /** A patient source, so that a busy machine does not look like a silent server. */
    static Source open(String url, int attempts) throws ProblemException {
        return hasty(new CopyOnWriteArrayList<>()).open(url, settings(15, attempts));
    }

    /** The problem that this ends in, with the code that is expected. */
    static Problem refused(String code, Problem.Category category, Executable action) {
        Problem problem = assertThrows(ProblemException.class, action).problem();
        assertEquals(code, problem.code(), problem::details);
        assertEquals(category, problem.category());
        return problem;
    }
}
