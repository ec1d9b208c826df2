package io.tidemark.engine.host;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.Author;
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
        Visit visit = visit();
        return visit.look(connection -> plan(visit.state(connection)));
    }

    @Override
    public Outcome run(Plan given, JobContext job) throws ProblemException, InterruptedException {
        visit().look(connection -> plan(visit().state(connection)));
        Plan[] now = {given};
        visit().change(
                        author(),
                        session -> {
                            now[0] = plan(session.state());
                            if (!now[0].nothingToDo()) {
                                new Turning(session).release(asked.channel(), asked.reason());
                            }
                        },
                        state -> !state.holds().containsKey(asked.channel()));
        if (now[0].nothingToDo()) {
            return Outcomes.nothing(now[0], Phrase.of("step.nothing.free", "channel", asked.channel()), Map.of());
        }
        return Outcomes.done(
                now[0],
                Phrase.of(
                        "outcome.host.release",
                        "channel",
                        asked.channel(),
                        "host",
                        asked.host().name()));
    }

    private Plan plan(CopyState state) throws ProblemException {
        Channels.requireThere(state, asked.host().place(asked.repository()), asked.channel());
        PlanBuilder plan = new PlanBuilder(
                        asked, asked.repository(), repositories.ground().clock().instant())
                .dependsOn(state.basis())
                .channel(asked.channel(), state.target(asked.channel()));
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

    private Visit visit() throws ProblemException {
        return Visit.to(doors, asked.host(), asked.repository());
    }

    private Author author() {
        return new Author(
                repositories.ground().actor(),
                "host release " + asked.channel(),
                repositories.ground().clock(),
                true);
    }
}
