package io.tidemark.cli;

import io.tidemark.engine.Jobs;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.Outcome;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code job attach}: shows a job's log so far, then its progress live, and at last how it ended. */
@Command(name = "attach")
final class JobAttachCommand extends FaceCommand {

    private static final Duration PACE = Duration.ofMillis(250);

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID")
    String id;

    JobAttachCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        JobRecord chosen = JobChoice.of(engine().jobs(), dir, id);
        try (ConsoleJob shown = job()) {
            JobRecord ended = follow(chosen, shown);
            shown.finish();
            return tell(ended);
        } catch (InterruptedException leaving) {
            throw new ProblemException(about("far.goes-on", chosen).in(Problem.State.UNKNOWN), leaving);
        }
    }

    private JobRecord follow(JobRecord chosen, ConsoleJob shown) throws ProblemException, InterruptedException {
        Jobs jobs = engine().jobs();
        JobRecord now = chosen;
        long last = show(now, 0, shown);
        while (!now.state().ended()) {
            Thread.sleep(PACE);
            now = jobs.get(chosen.id());
            last = show(now, last, shown);
        }
        return now;
    }

    private long show(JobRecord now, long after, ConsoleJob shown) throws ProblemException {
        shown.progress().show(now.progress());
        long last = after;
        for (LogLine line : engine().jobs().log(now.id(), after)) {
            shown.log(line.severity(), line.phrase());
            last = line.number();
        }
        return last;
    }

    private int tell(JobRecord ended) throws ProblemException {
        Optional<Problem> problem = problem(ended);
        if (problem.isPresent()) {
            throw new ProblemException(problem.get());
        }
        Outcome outcome = ended.outcome().orElseThrow();
        if (common.json) {
            json(outcome);
        } else {
            new OutcomePrinter(face).print(outcome);
        }
        return ExitCode.DONE;
    }

    private Optional<Problem> problem(JobRecord ended) {
        return switch (ended.state()) {
            case DONE -> ended.outcome().isPresent() ? Optional.empty() : Optional.of(about("job.unknown", ended));
            case FAILED -> ended.problem().or(() -> Optional.of(about("job.unknown", ended)));
            case CANCELLED -> Optional.of(about("far.cancelled", ended));
            case INTERRUPTED, QUEUED, RUNNING, PAUSED ->
                Optional.of(about("far.interrupted", ended).in(Problem.State.STAGING_KEPT));
        };
    }

    private Problem about(String code, JobRecord job) {
        String title = String.join(" ", job.plan().command());
        return Problem.of(code, Problem.Category.CANCELLED, "object", title, "dir", dir, "id", job.id());
    }
}
