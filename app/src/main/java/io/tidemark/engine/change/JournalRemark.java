package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;
import java.util.Optional;

/** Says that a broken journal is in the way, or was set aside. */
final class JournalRemark {

    private static final String BROKEN = "journal.broken";

    private JournalRemark() {}

    /** Before: what will happen to it. */
    static void on(PlanBuilder plan, Opened repository) throws ProblemException {
        Optional<Problem> problem = repository.store().journalProblem();
        if (problem.isPresent()) {
            plan.notice(Notice.danger(
                    BROKEN,
                    "line",
                    problem.get().args().get("line"),
                    "object",
                    problem.get().args().get("object")));
        }
    }

    /**
     * After: where it is kept. Whoever asked for a check is told as of any other fault found; a rollback succeeded.
     *
     * @throws ProblemException {@code store.journal-aside} after a verification
     */
    static Outcome on(Outcome outcome, WriteSession session) throws ProblemException {
        Optional<Problem> aside = session.setAside();
        if (aside.isPresent() && outcome.operation() instanceof Operation.Verify) {
            throw new ProblemException(aside.get().in(Problem.State.DONE_BUT));
        }
        return aside.isEmpty() ? outcome : Outcomes.remarked(Outcomes.without(BROKEN, outcome), told(aside.get()));
    }

    private static Notice told(Problem problem) {
        return Notice.danger(
                "journal.aside",
                "line",
                problem.args().get("line"),
                "kept",
                problem.args().get("kept"));
    }
}
