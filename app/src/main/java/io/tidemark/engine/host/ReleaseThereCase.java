package io.tidemark.engine.host;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.Turning;
import io.tidemark.job.JobContext;
import io.tidemark.model.Hold;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import java.util.Map;

/** Carries {@link Operation.ReleaseThere} out. */
record ReleaseThereCase(Operation.ReleaseThere asked, Repositories repositories, Doors doors) implements HostCase {

    @Override
    public Plan plan(JobContext job) throws ProblemException, InterruptedException {
        There there = there();
        return there.plan((state, _) -> plan(there, state));
    }

    @Override
    public Outcome run(Plan given, JobContext job) throws ProblemException, InterruptedException {
        There there = there();
        Plan[] now = {given};
        there.change(
                session -> {
                    now[0] = plan(there, session.state());
                    if (!now[0].nothingToDo()) {
                        new Turning(session).release(asked.channel(), asked.reason());
                    }
                },
                state -> !state.holds().containsKey(asked.channel()));
        if (now[0].nothingToDo()) {
            return Outcomes.nothing(now[0], Phrase.of("step.nothing.free", "channel", asked.channel()), Map.of());
        }
        String host = asked.host().name();
        return Outcomes.done(now[0], Phrase.of("outcome.host.release", "channel", asked.channel(), "host", host));
    }

    private Plan plan(There there, CopyState state) {
        PlanBuilder plan = there.builder(asked, state);
        Hold hold = state.holds().get(asked.channel());
        if (hold == null) {
            return plan.nothingToDo(Phrase.of("step.nothing.free", "channel", asked.channel()))
                    .build();
        }
        return plan.step(
                        Action.RELEASE,
                        asked.channel(),
                        Phrase.of("step.release", "actor", hold.actor(), "since", hold.since()))
                .build();
    }

    private There there() throws ProblemException {
        return There.of(
                doors, asked.host(), asked.repository(), asked.channel(), repositories.ground(), "host release");
    }
}
