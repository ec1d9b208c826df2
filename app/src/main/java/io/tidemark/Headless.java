package io.tidemark;

import io.tidemark.engine.local.Attended;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.engine.local.OwnProgram;
import io.tidemark.engine.local.OwnSession;
import io.tidemark.engine.remote.Attendant;
import io.tidemark.engine.remote.Patience;
import io.tidemark.model.JobState;
import io.tidemark.model.ProblemException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program without a person: {@code tidemark attend} answers a console elsewhere over its standard streams, {@code tidemark
 * attend --job DIR ID} carries out one job that such a process left behind. Both are for the program itself.
 */
final class Headless {

    static final String COMMAND = "attend";

    private static final Logger LOG = LoggerFactory.getLogger(Headless.class);
    private static final String JOB = "--job";
    private static final String WORKSPACE = "--workspace";
    private static final int FAILED = 70;
    private static final int USAGE = 2;

    private final Optional<String> workspace;
    private final List<String> words;

    Headless(String... args) {
        words = Arrays.asList(args);
        int at = words.indexOf(WORKSPACE);
        workspace = at > 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    /** Whether a command line asks for this. */
    static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals(COMMAND);
    }

    /** Does what the words ask for; answers the exit code. */
    int run(InputStream in, OutputStream out) {
        try {
            int job = words.indexOf(JOB);
            if (job > 0 && job + 2 < words.size()) {
                return work(Path.of(words.get(job + 1)), words.get(job + 2));
            }
            return job < 0 ? attend(in, out) : USAGE;
        } catch (ProblemException failed) {
            LOG.error("{}", failed.getMessage(), failed);
            return failed.problem().category().exitCode();
        } catch (InterruptedException ended) {
            return FAILED;
        }
    }

    private int attend(InputStream in, OutputStream out) throws InterruptedException {
        LocalEngine.Base base = Wiring.base(workspace, Clock.systemUTC());
        Path log = Wiring.home("XDG_STATE_HOME", ".local/state")
                .resolve("tidemark")
                .resolve("jobs.log");
        List<String> options = workspace.map(file -> List.of(WORKSPACE, file)).orElse(List.of());
        Attended attended = LocalEngine.attending(base, new OwnProgram(COMMAND, options, log));
        new Attendant(attended.engine(), attended.jobsThere(), base.cpu(), Wiring.hello(), Patience.standard())
                .attend(in, out);
        attended.end().await();
        return 0;
    }

    private int work(Path dir, String id) throws ProblemException, InterruptedException {
        boolean own = OwnSession.begin();
        LOG.debug("job {} in a session of its own: {}", id, own);
        JobState end = LocalEngine.work(Wiring.base(workspace, Clock.systemUTC()), dir, id);
        return end == JobState.DONE ? 0 : 1;
    }
}
