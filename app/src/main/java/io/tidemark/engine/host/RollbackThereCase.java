package io.tidemark.engine.host;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.Author;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.Turning;
import io.tidemark.job.JobContext;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import java.util.Map;
import java.util.Optional;

/** Carries {@link Operation.RollbackThere} out, with nothing but what lies on the host. */
record RollbackThereCase(Operation.RollbackThere asked, Repositories repositories, Doors doors) implements HostCase {

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
                            now[0] = agreed(given, plan(session.state()));
                            Gates.require(given, now[0]);
                            if (!now[0].nothingToDo()) {
                                job.progress().phase("rollback", -1, -1);
                                String version = now[0].version().orElseThrow();
                                new Turning(session).back(asked.channel(), version, asked.hold(), asked.reason());
                            }
                        },
                        state -> done(state, now[0]));
        return outcome(now[0]);
    }

    /**
     * What was agreed to may be done by now: an earlier console was cut, and its rollback was finished when the lock was
     * taken. Then nothing is left to do, and it does not go further back.
     */
    private static Plan agreed(Plan given, Plan now) throws ProblemException {
        if (given.nothingToDo() || now.nothingToDo() || given.version().equals(now.version())) {
            return now;
        }
        throw new ProblemException(Problem.of(
                "host.moved", Problem.Category.REFUSED, "object", now.channel().orElse("")));
    }

    private boolean done(CopyState state, Plan plan) {
        boolean held = !asked.hold() || state.holds().containsKey(asked.channel());
        return held && state.target(asked.channel()).equals(plan.version());
    }

    private Plan plan(CopyState state) throws ProblemException {
        requireThere(state);
        Optional<String> from = state.target(asked.channel());
        String target = target(state, from);
        PlanBuilder plan = new PlanBuilder(
                        asked, asked.repository(), repositories.ground().clock().instant())
                .dependsOn(state.basis())
                .version(target)
                .channel(asked.channel(), from);
        boolean held = state.holds().containsKey(asked.channel());
        if (from.equals(Optional.of(target)) && (held || !asked.hold())) {
            return plan.nothingToDo(Phrase.of("step.nothing.there", "version", target))
                    .build();
        }
        plan.step(Action.FLIP, asked.channel(), Phrase.of("step.flip.back", "version", target));
        if (asked.hold()) {
            plan.step(Action.HOLD, asked.channel(), Phrase.of("step.hold", "version", target));
        }
        return plan.build();
    }

    private void requireThere(CopyState state) throws ProblemException {
        Channels.requireThere(state, asked.host().place(asked.repository()), asked.channel());
    }

    private String target(CopyState state, Optional<String> from) throws ProblemException {
        if (asked.to().isPresent()) {
            String to = asked.to().get();
            return state.version(to)
                    .orElseThrow(() -> new ProblemException(Problem.of(
                            "host.no-version",
                            Problem.Category.USAGE,
                            "object",
                            to,
                            "place",
                            asked.host().place(asked.repository()))))
                    .name();
        }
        return ChannelHistory.of(state.told(), asked.channel())
                .lastGood(state.versions(), from)
                .map(Version::name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "plan.no-last-good",
                        Problem.Category.REFUSED,
                        "object",
                        asked.channel(),
                        "version",
                        from.orElse(""))));
    }

    private Outcome outcome(Plan now) {
        String version = now.version().orElse("");
        String host = asked.host().name();
        if (now.nothingToDo()) {
            Phrase there = Phrase.of(
                    "outcome.host.switch.there", "version", version, "channel", asked.channel(), "host", host);
            return Outcomes.nothing(now, there, Map.of());
        }
        String key = asked.hold() ? "outcome.host.rollback.held" : "outcome.host.rollback";
        return Outcomes.done(now, Phrase.of(key, "version", version, "channel", asked.channel(), "host", host));
    }

    private Visit visit() throws ProblemException {
        return Visit.to(doors, asked.host(), asked.repository());
    }

    private Author author() {
        return new Author(
                repositories.ground().actor(),
                "host rollback " + asked.channel(),
                repositories.ground().clock(),
                true);
    }
}
