package io.tidemark.engine.host;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.Author;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.Turning;
import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Gate;
import io.tidemark.model.Names;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries {@link Operation.SwitchThere} out. */
record SwitchCase(Operation.SwitchThere asked, Repositories repositories, Doors doors) implements HostCase {

    @Override
    public Plan plan(JobContext job) throws ProblemException, InterruptedException {
        Sealed sealed = sealed();
        Visit visit = visit(sealed);
        return visit.look(connection -> plan(sealed, visit.state(connection)));
    }

    @Override
    public Outcome run(Plan given, JobContext job) throws ProblemException, InterruptedException {
        Sealed sealed = sealed();
        Plan[] now = {given};
        visit(sealed)
                .change(
                        author(),
                        session -> {
                            now[0] = plan(sealed, session.state());
                            Gates.require(given, now[0]);
                            carryOut(now[0], sealed, session, job);
                        },
                        state -> state.target(asked.channel()).equals(Optional.of(asked.version())));
        return outcome(now[0], sealed, job);
    }

    private void carryOut(Plan now, Sealed sealed, CopySession session, JobContext job)
            throws ProblemException, InterruptedException {
        if (!now.nothingToDo()) {
            job.progress().phase("promote", -1, -1);
            new Turning(session).forward(asked.channel(), link(sealed), asked.version(), asked.reason());
        }
    }

    private Outcome outcome(Plan now, Sealed sealed, JobContext job) throws InterruptedException {
        String host = asked.host().name();
        if (now.nothingToDo()) {
            Phrase there = Phrase.of(
                    "outcome.host.switch.there", "version", asked.version(), "channel", asked.channel(), "host", host);
            return Outcomes.nothing(now, there, Map.of());
        }
        List<Notice> notices = new ArrayList<>(now.notices());
        new Remembering(sealed.repository(), asked.host(), repositories.ground().actor())
                .that(asked.version(), asked.channel(), job)
                .ifPresent(notices::add);
        Phrase done =
                Phrase.of("outcome.host.switch", "version", asked.version(), "channel", asked.channel(), "host", host);
        return Outcomes.done(now, done, Map.of(), notices);
    }

    private Plan plan(Sealed sealed, CopyState state) throws ProblemException {
        String place = asked.host().place(sealed.repository().name());
        sealed.requireOurs(state, place);
        if (sealed.there(state, place).isEmpty()) {
            throw new ProblemException(
                    Problem.of("host.no-version", Problem.Category.REFUSED, "object", asked.version(), "place", place));
        }
        Optional<String> target = state.target(asked.channel());
        PlanBuilder plan = PlanBuilder.of(
                        asked,
                        sealed.repository(),
                        repositories.ground().clock().instant())
                .version(asked.version())
                .channel(asked.channel(), target)
                .dependsOn(state.basis());
        if (target.equals(Optional.of(asked.version()))) {
            return plan.nothingToDo(Phrase.of("step.nothing.there", "version", asked.version()))
                    .build();
        }
        plan.gate(hold(
                new Channel(
                        asked.channel(),
                        link(sealed),
                        target,
                        Optional.ofNullable(state.holds().get(asked.channel())),
                        ChannelPolicy.careful()),
                sealed));
        String why = target.isPresent() ? "step.flip" : "step.flip.new";
        return plan.step(Action.FLIP, asked.channel(), Phrase.of(why, "version", asked.version()))
                .build();
    }

    /** A hold there is lifted there. */
    private Gate hold(Channel channel, Sealed sealed) {
        Gate gate = Gates.hold(channel);
        return new Gate(
                gate.name(),
                gate.open(),
                gate.phrase(),
                gate.override()
                        .map(here -> Phrase.of(
                                "gate.hold.there.override",
                                "object",
                                channel.name(),
                                "host",
                                asked.host().name(),
                                "repository",
                                sealed.repository().name())));
    }

    /** As here, so that paths are the same there. */
    private String link(Sealed sealed) throws ProblemException {
        return sealed.repository()
                .findChannel(Names.requireChannel(asked.channel()))
                .map(Channel::link)
                .orElse(asked.channel());
    }

    private Sealed sealed() throws ProblemException {
        return Sealed.of(repositories.open(asked.dir()), asked.version());
    }

    private Visit visit(Sealed sealed) throws ProblemException {
        return Visit.to(doors, asked.host(), sealed.repository().name());
    }

    private Author author() {
        return new Author(
                repositories.ground().actor(),
                "host switch " + asked.channel(),
                repositories.ground().clock(),
                false);
    }
}
