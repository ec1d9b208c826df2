package io.tidemark.engine.change;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.commit.CommitWork;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitView;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code verify} and {@code prune} where versions are commits: what is done to versions anywhere, and then what concerns the
 * objects that they share.
 */
final class CommitCareCase implements UseCase {

    private final Operation asked;
    private final Repositories repositories;
    private final UseCase usual;

    CommitCareCase(Operation asked, Repositories repositories, UseCase usual) {
        this.asked = asked;
        this.repositories = repositories;
        this.usual = usual;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Prepared prepared = usual.prepare(job);
        CommitNow now = CommitNow.of(repositories.open(asked.dir()));
        if (asked instanceof Operation.Verify) {
            return new Verify(prepared, now);
        }
        requireTakenIn(now, gone(prepared.plan()));
        requireUnreferred(now, gone(prepared.plan()));
        return new Prune(prepared, now);
    }

    /** What is needed is known from where channels stood last: a ref that others moved since must be taken in first. */
    private static void requireTakenIn(CommitNow now, List<String> gone) throws ProblemException {
        for (CommitView.Line line : gone.isEmpty() ? List.<CommitView.Line>of() : now.moved()) {
            if (line.head().isPresent()) {
                throw new ProblemException(Problem.of(
                        "commit.moved",
                        Problem.Category.REFUSED,
                        "object",
                        now.repository().name(),
                        "channel",
                        line.channel()));
            }
        }
    }

    /** The file of such a version is the commit's own object. */
    private static void requireUnreferred(CommitNow now, List<String> gone) throws ProblemException {
        Path root = now.repository().store().root();
        for (String version : gone) {
            Optional<String> ref = now.paths().containsKey(version)
                    ? now.tree().otherRef(root, now.paths().get(version))
                    : Optional.empty();
            if (ref.isPresent()) {
                throw new ProblemException(Problem.of(
                        "commit.referred",
                        Problem.Category.REFUSED,
                        "object",
                        version,
                        "path",
                        root.resolve(ref.get())));
            }
        }
    }

    private static List<String> gone(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.action() == PlanStep.Action.DELETE)
                .map(PlanStep::subject)
                .toList();
    }

    private record Verify(Prepared usual, CommitNow now) implements Prepared {

        /** Objects are read even where no version is sealed yet. */
        @Override
        public Plan plan() {
            return usual.plan();
        }

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            Outcome outcome = usual.carryOut(session, job);
            job.progress().phase("verify", -1, -1);
            List<String> wrong = new CommitWork(now, session, job).check();
            if (!wrong.isEmpty()) {
                Opened repository = now.repository();
                throw new ProblemException(Problem.of(
                                "commit.damaged",
                                Problem.Category.REFUSED,
                                "object",
                                repository.name(),
                                "found",
                                wrong.getFirst()
                                        .lines()
                                        .reduce((first, last) -> last)
                                        .orElse(""))
                        .with(String.join("\n", wrong)));
            }
            return outcome;
        }
    }

    private record Prune(Prepared usual, CommitNow now) implements Prepared {

        @Override
        public Plan plan() {
            return usual.plan();
        }

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            Outcome outcome = usual.carryOut(session, job);
            if (plan().nothingToDo()) {
                return outcome;
            }
            List<String> gone = gone(plan());
            List<String> commits = now.commits(gone);
            CommitWork work = new CommitWork(now, session, job);
            long freed = work.dropDeltas(commits)
                    + work.clean(gone, commits)
                    + outcome.figures().getOrDefault("freed.bytes", 0L);
            work.tellDeltas();
            Map<String, Long> figures = new HashMap<>(outcome.figures());
            figures.put("freed.bytes", freed);
            Phrase summary = Phrase.of("outcome.prune", "count", gone.size(), "bytes", freed);
            return Outcomes.done(plan(), summary, figures, outcome.notices());
        }
    }
}
