package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.store.WriteSession;
import java.util.Map;
import java.util.Optional;

/** {@code pin} and {@code unpin}: protect a version from pruning, or no longer. */
final class PinCase implements UseCase {

    private final Operation asked;
    private final String version;
    private final Optional<String> reason;
    private final Repositories repositories;

    PinCase(Operation.Pin asked, Repositories repositories) {
        this(asked, asked.version(), Optional.of(asked.reason()), repositories);
    }

    PinCase(Operation.Unpin asked, Repositories repositories) {
        this(asked, asked.version(), Optional.empty(), repositories);
    }

    private PinCase(Operation asked, String version, Optional<String> reason, Repositories repositories) {
        this.asked = asked;
        this.version = version;
        this.reason = reason;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException {
        Opened repository = repositories.open(asked.dir());
        Version found = repository.complete(version);
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .version(version);
        if (found.pin().equals(reason)) {
            plan.nothingToDo(Phrase.of(reason.isPresent() ? "step.nothing.pinned" : "step.nothing.unpinned"));
        } else {
            String key = reason.isPresent() ? "step.pin" : "step.unpin";
            plan.step(Action.WRITE_SETTINGS, version, Phrase.of(key, "reason", reason.orElse("")));
        }
        return new Run(plan.build(), version, reason);
    }

    private record Run(Plan plan, String version, Optional<String> reason) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException {
            Phrase done = Phrase.of(reason.isPresent() ? "outcome.pin" : "outcome.unpin", "version", version);
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, plan.steps().getFirst().reason(), Map.of());
            }
            if (reason.isPresent()) {
                session.pin(version, reason.get());
            } else {
                session.unpin(version);
            }
            return Outcomes.done(plan, done);
        }
    }
}
