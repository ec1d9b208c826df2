package io.tidemark.engine.host;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.DocumentSet;
import io.tidemark.host.publish.Documents;
import io.tidemark.host.publish.Showing;
import io.tidemark.host.publish.Turning;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageTree;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries {@link Operation.RollbackThere} out, with nothing but what lies on the host. */
record RollbackThereCase(Operation.RollbackThere asked, Repositories repositories, Doors doors) implements HostCase {

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
                    now[0] = agreed(given, plan(there, session.state()));
                    Gates.require(given, now[0]);
                    if (!now[0].nothingToDo()) {
                        job.progress().phase("rollback", -1, -1);
                        goBack(session, now[0].version().orElseThrow(), job);
                    }
                },
                state -> done(state, now[0]));
        return outcome(now[0]);
    }

    private void goBack(CopySession session, String version, JobContext job)
            throws ProblemException, InterruptedException {
        CopyState state = session.state();
        if (isCommits(state)) {
            new Showing(session).again(asked.channel(), set(state, version), asked.hold(), asked.reason());
        } else if (state.isDocument(asked.channel())) {
            Documents documents = series(state, session.connection()).back(asked.channel(), version, job);
            new Showing(session).back(asked.channel(), documents, asked.hold(), asked.reason());
        } else {
            new Turning(session).back(asked.channel(), version, asked.hold(), asked.reason());
        }
    }

    private boolean isCommits(CopyState state) throws ProblemException {
        return state.isDocument(asked.channel())
                && repositories
                        .kind(state.facts().orElseThrow().kind())
                        .commits()
                        .isPresent();
    }

    /** What clients were told when the channel last showed that version. */
    private DocumentSet set(CopyState state, String version) throws ProblemException {
        return state.papers().of(asked.channel()).stream()
                .filter(set -> set.version().equals(version))
                .findFirst()
                .orElseThrow(() -> neverShown(version));
    }

    private SeriesThere series(CopyState state, SshConnection connection) throws ProblemException {
        String kind = state.facts().orElseThrow().kind();
        ImageTree tree = repositories
                .kind(kind)
                .images()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "image.kind", Problem.Category.REFUSED, "object", asked.repository(), "kind", kind)));
        return new SeriesThere(tree, state, connection, asked.host().place(asked.repository()));
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

    private Plan plan(There there, CopyState state) throws ProblemException {
        Optional<String> from = state.target(asked.channel());
        String target = target(state, from);
        PlanBuilder plan = there.builder(asked, state).version(target);
        boolean held = state.holds().containsKey(asked.channel());
        if (from.equals(Optional.of(target)) && (held || !asked.hold())) {
            return plan.nothingToDo(Phrase.of("step.nothing.there", "version", target))
                    .build();
        }
        plan.step(Action.FLIP, asked.channel(), Phrase.of("step.flip.back", "version", target));
        if (asked.hold()) {
            plan.step(Action.HOLD, asked.channel(), Phrase.of("step.hold", "version", target));
        }
        if (isCommits(state)) {
            plan.notice(Notice.warning("host.commit.back", "channel", asked.channel()));
        }
        return plan.build();
    }

    private String target(CopyState state, Optional<String> from) throws ProblemException {
        return asked.to().isPresent() ? named(state, asked.to().get()) : lastGood(state, from);
    }

    private String named(CopyState state, String to) throws ProblemException {
        if (state.version(to).isEmpty()) {
            throw new ProblemException(
                    Problem.of("host.no-version", Problem.Category.USAGE, "object", to, "place", place()));
        }
        if (!shown(state, to)) {
            throw neverShown(to);
        }
        return to;
    }

    private ProblemException neverShown(String version) {
        return new ProblemException(Problem.of(
                "host.never-shown",
                Problem.Category.REFUSED,
                "object",
                version,
                "channel",
                asked.channel(),
                "place",
                place()));
    }

    private String place() {
        return asked.host().place(asked.repository());
    }

    private String lastGood(CopyState state, Optional<String> from) throws ProblemException {
        List<Version> versions = state.versions().stream()
                .filter(version -> shown(state, version.name()))
                .toList();
        return ChannelHistory.of(state.told(), asked.channel())
                .lastGood(versions, from)
                .map(Version::name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "plan.no-last-good",
                        Problem.Category.REFUSED,
                        "object",
                        asked.channel(),
                        "version",
                        from.orElse(""))));
    }

    /** Where a channel is led by documents, it goes back only to what they named: only of that is known what to say. */
    private boolean shown(CopyState state, String version) {
        return !state.isDocument(asked.channel())
                || state.papers().named(asked.channel()).contains(version);
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

    private There there() throws ProblemException {
        return There.of(
                doors, asked.host(), asked.repository(), asked.channel(), repositories.ground(), "host rollback");
    }
}
