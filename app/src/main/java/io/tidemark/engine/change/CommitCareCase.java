package io.tidemark.engine.change;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.commit.CommitWork;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDamage;
import io.tidemark.kind.CommitView;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import io.tidemark.store.WriteSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

        /** Objects first: a version whose commit is as it was may be of objects that are not. */
        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            job.progress().phase("verify", -1, -1);
            CommitDamage damage = new CommitWork(now, session, job).check();
            Map<String, List<String>> concerned = now.concerned(damage);
            for (Map.Entry<String, List<String>> each : concerned.entrySet()) {
                quarantine(session, each.getKey(), each.getValue());
            }
            List<String> asked = usual.plan().steps().stream()
                    .map(PlanStep::subject)
                    .filter(concerned::containsKey)
                    .toList();
            if (asked.isEmpty() && (damage.wrong().isEmpty() || one(usual.plan()) && !concerned.isEmpty())) {
                return remarked(usual.carryOut(session, job), concerned.keySet());
            }
            verifyOthers(session, concerned, job);
            throw new ProblemException(differs(asked.isEmpty() ? List.copyOf(concerned.keySet()) : asked, damage));
        }

        private static boolean one(Plan plan) {
            return plan.operation() instanceof Operation.Verify verify
                    && verify.version().isPresent();
        }

        /** What was never sealed cannot be shut away; it is told of all the same. */
        private void quarantine(WriteSession session, String version, List<String> objects) throws ProblemException {
            VersionState state = now.repository().version(version).state();
            if (state == VersionState.SEALED || state == VersionState.QUARANTINED) {
                session.quarantine(version, objects);
            }
        }

        private void verifyOthers(WriteSession session, Map<String, List<String>> concerned, JobContext job)
                throws ProblemException, InterruptedException {
            for (PlanStep step : usual.plan().steps()) {
                if (!concerned.containsKey(step.subject())) {
                    session.verify(step.subject(), job);
                }
            }
        }

        private Outcome remarked(Outcome outcome, Set<String> others) {
            if (others.isEmpty()) {
                return outcome;
            }
            List<Notice> notices = new ArrayList<>(outcome.notices());
            notices.add(Notice.danger("verify.others", "versions", String.join(", ", others)));
            return Outcomes.done(usual.plan(), outcome.summary(), outcome.figures(), notices);
        }

        private Problem differs(List<String> versions, CommitDamage damage) {
            String object = versions.isEmpty() ? now.repository().name() : String.join(", ", versions);
            return Problem.of(
                            "commit.damaged",
                            Problem.Category.REFUSED,
                            "object",
                            object,
                            "found",
                            damage.wrong().getFirst())
                    .in(versions.isEmpty() ? Problem.State.UNCHANGED : Problem.State.QUARANTINED)
                    .with(String.join("\n", damage.wrong()));
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
