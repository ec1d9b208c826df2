package io.tidemark.program;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The user's own cron table, which only the program {@code crontab} may read and write. */
public final class Crontab {

    private final ProgramRunner runner;

    /** The {@code crontab} found on this search path. */
    public Crontab(String path) {
        this.runner = new ProgramRunner(Duration.ofSeconds(10), path);
    }

    /** The table, empty if there is none or no cron on this machine. */
    public Optional<String> read() throws InterruptedException {
        try {
            ProgramRunner.Finished finished = runner.run(List.of("crontab", "-l"), "");
            return finished.exit() == 0 ? Optional.of(finished.output()) : Optional.empty();
        } catch (ProblemException noCron) {
            return Optional.empty();
        }
    }

    /**
     * Puts another table in its place; cron checks it first.
     *
     * @throws ProblemException {@code writer.edit} if cron refuses it
     */
    public void write(String table) throws ProblemException, InterruptedException {
        ProgramRunner.Finished finished = runner.run(List.of("crontab", "-"), table);
        if (finished.exit() != 0) {
            throw new ProblemException(Problem.of("writer.edit", Problem.Category.STORAGE, "object", "crontab")
                    .with(finished.output()));
        }
    }
}
