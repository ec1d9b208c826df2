package io.tidemark.engine.host;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.Author;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.Documents;
import io.tidemark.host.publish.Turning;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageTree;
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
        return visit.look(connection -> {
            CopyState state = visit.state(connection);
            return plan(sealed, state, told(sealed, state, connection, job));
        });
    }

    @Override
    public Outcome run(Plan given, JobContext job) throws ProblemException, InterruptedException {
        Sealed sealed = sealed();
        Plan[] now = {given};
        visit(sealed)
                .change(
                        author(),
                        session -> {
                            Optional<Told> told = told(sealed, session.state(), session.connection(), job);
                            now[0] = plan(sealed, session.state(), told);
                            Gates.require(given, now[0]);
                            if (!now[0].nothingToDo()) {
                                job.progress().phase("promote", -1, -1);
                                carryOut(sealed, told, session);
                            }
                        },
                        state -> state.target(asked.channel()).equals(Optional.of(asked.version())));
        return outcome(now[0], sealed, job);
    }

    private void carryOut(Sealed sealed, Optional<Told> told, CopySession session)
            throws ProblemException, InterruptedException {
        if (told.isPresent()) {
            told.get().show(session, asked.channel(), asked.reason());
        } else {
            new Turning(session).forward(asked.channel(), link(sealed), asked.version(), asked.reason());
        }
    }

    /** What clients are to be told, where they follow documents. */
    private Optional<Told> told(Sealed sealed, CopyState state, SshConnection connection, JobContext job)
            throws ProblemException, InterruptedException {
        if (!sealed.isImage() && !sealed.isCommit()) {
            return Optional.empty();
        }
        require(sealed, state);
        if (sealed.isCommit()) {
            String ref = Names.requireChannel(asked.channel());
            return Optional.of(new CommitsShown(sealed, state, connection, place(sealed)).forward(ref, job));
        }
        String channel = Names.requireLink(asked.channel());
        ImageTree tree = sealed.repository().kind().images().orElseThrow();
        Documents series = new SeriesThere(tree, state, connection, place(sealed)).forward(sealed, channel, job);
        return Optional.of(Told.of(series, Optional.of(series.digest()).equals(state.document(channel))));
    }

    private void require(Sealed sealed, CopyState state) throws ProblemException {
        String place = place(sealed);
        sealed.requireOurs(state, place);
        if (sealed.there(state, place).isEmpty()) {
            throw new ProblemException(
                    Problem.of("host.no-version", Problem.Category.REFUSED, "object", asked.version(), "place", place));
        }
    }

    private String place(Sealed sealed) {
        return asked.host().place(sealed.repository().name());
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

    private Plan plan(Sealed sealed, CopyState state, Optional<Told> told) throws ProblemException {
        require(sealed, state);
        Optional<String> target = state.target(asked.channel());
        PlanBuilder plan = PlanBuilder.of(
                        asked,
                        sealed.repository(),
                        repositories.ground().clock().instant())
                .version(asked.version())
                .channel(asked.channel(), target)
                .dependsOn(state.basis());
        boolean current = told.map(Told::current).orElse(true);
        if (target.equals(Optional.of(asked.version())) && current) {
            return plan.nothingToDo(Phrase.of("step.nothing.there", "version", asked.version()))
                    .build();
        }
        plan.gate(hold(asked.channel(), link(sealed), state, sealed));
        for (String other : told.map(Told::moving).orElse(List.of())) {
            plan.notice(Notice.warning("host.commit.beside", "channel", other));
            if (state.holds().containsKey(other)) {
                plan.gate(hold(other, state.links().get(other), state, sealed));
            }
        }
        String why = target.isPresent() ? "step.flip" : "step.flip.new";
        if (sealed.isImage()) {
            int images = told.orElseThrow().documents().members().size();
            plan.figure("series.images", images)
                    .notice(Notice.info("host.series", "channel", asked.channel(), "count", images));
        }
        return plan.step(Action.FLIP, asked.channel(), Phrase.of(why, "version", asked.version()))
                .build();
    }

    /** A hold there is lifted there. */
    private Gate hold(String channel, String link, CopyState state, Sealed sealed) {
        Gate gate = Gates.hold(new Channel(
                channel,
                link,
                state.target(channel),
                Optional.ofNullable(state.holds().get(channel)),
                ChannelPolicy.careful()));
        return new Gate(
                gate.name(),
                gate.open(),
                gate.phrase(),
                gate.override()
                        .map(here -> Phrase.of(
                                "gate.hold.there.override",
                                "object",
                                channel,
                                "host",
                                asked.host().name(),
                                "repository",
                                sealed.repository().name())));
    }

    /** As here, so that paths are the same there. */
    private String link(Sealed sealed) throws ProblemException {
        Optional<Channel> known = sealed.repository().findChannel(asked.channel());
        return known.isPresent() ? known.get().link() : Names.requireLink(asked.channel());
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
