package io.tidemark.engine.change;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.commit.CommitWork;
import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.plan.Wholeness;
import io.tidemark.engine.repository.FactReader;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitMove;
import io.tidemark.kind.CommitView;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.Comparison.BootChange;
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
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.Publication;
import io.tidemark.store.WriteSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code promote} and {@code rollback} where versions are commits: a ref stands for another one. */
final class CommitCase implements UseCase {

    private final Operation asked;
    private final Repositories repositories;

    CommitCase(Operation asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        CommitNow now = CommitNow.of(repositories.open(asked.dir()));
        return switch (asked) {
            case Operation.Promote o -> promote(now, o, job);
            case Operation.Rollback o -> back(now, o, job);
            case Operation other -> throw new IllegalArgumentException("moves no ref: " + other);
        };
    }

    private Prepared promote(CommitNow now, Operation.Promote o, JobContext job)
            throws ProblemException, InterruptedException {
        Version version = now.repository().complete(o.version());
        Optional<Channel> channel = now.repository().findChannel(o.channel());
        if (channel.isEmpty() && !o.create()) {
            throw new ProblemException(Problem.of(
                    "plan.no-channel",
                    Problem.Category.USAGE,
                    "object",
                    o.channel(),
                    "repository",
                    now.repository().name()));
        }
        String link = channel.isPresent() ? channel.get().link() : fresh(now, o.channel(), version);
        CommitMove move = move(now, link, version, false, false);
        Publication.Turn turn = new Publication.Turn(o.channel(), link, version.name(), false, false, o.reason());
        PlanBuilder plan = plan(now, channel, turn).notices(now.remarks(false));
        channel.map(Gates::hold).ifPresent(plan::gate);
        boot(now.repository(), channel, version, o.allowBootCritical(), job).ifPresent(plan::gate);
        if (left(now.repository(), o.channel()).contains(version.name())) {
            plan.notice(Notice.warning("promote.left", "version", version.name(), "channel", o.channel()));
        }
        return prepared(now, plan, move, turn, job);
    }

    /** Where the ref of a new channel lies; refused where that is a known channel by another name. */
    private static String fresh(CommitNow now, String channel, Version version) throws ProblemException {
        Path root = now.repository().store().root();
        String link = now.tree().link(root, Names.requireChannel(channel), now.options(), path(now, version));
        for (Channel known : now.repository().store().channels()) {
            if (known.link().equals(link)) {
                throw new ProblemException(
                        Problem.of("commit.known", Problem.Category.USAGE, "object", channel, "channel", known.name()));
            }
        }
        return link;
    }

    private Prepared back(CommitNow now, Operation.Rollback o, JobContext job)
            throws ProblemException, InterruptedException {
        Channel channel = now.repository().channel(o.channel());
        Version version = now.repository().complete(o.to().isPresent() ? o.to().get() : lastGood(now, channel));
        CommitMove move = move(now, channel.link(), version, true, o.byRef());
        Publication.Turn turn =
                new Publication.Turn(o.channel(), channel.link(), version.name(), true, o.hold(), o.reason());
        PlanBuilder plan = plan(now, Optional.of(channel), turn);
        JournalRemark.on(plan, now.repository());
        return prepared(now, plan, move, turn, job);
    }

    /** What the journal says, as retention does; else the newest version that the ref stood for before. */
    private static String lastGood(CommitNow now, Channel channel) throws ProblemException {
        ChannelHistory history = ChannelHistory.of(now.repository().store().journal(), channel.name());
        Optional<String> shown = history.lastGood(now.repository().store().versions(), channel.target())
                .map(Version::name)
                .filter(history.trail()::contains);
        return shown.isPresent() ? shown.get() : byRef(now, channel, history.left());
    }

    private static String byRef(CommitNow now, Channel channel, Set<String> left) throws ProblemException {
        List<CommitView.Published> published =
                now.view().line(channel.name()).map(CommitView.Line::published).orElse(List.of());
        Optional<String> earlier = published.reversed().stream()
                .map(CommitView.Published::version)
                .filter(name -> !left.contains(name) && !channel.target().equals(Optional.of(name)))
                .filter(name -> now.paths().containsKey(name))
                .findFirst();
        return earlier.orElseThrow(() -> new ProblemException(Problem.of(
                "plan.no-last-good",
                Problem.Category.REFUSED,
                "object",
                channel.name(),
                "version",
                channel.target().orElse(""))));
    }

    private static Set<String> left(Opened repository, String channel) throws ProblemException {
        return ChannelHistory.of(repository.store().journal(), channel).left();
    }

    private CommitMove move(CommitNow now, String link, Version version, boolean back, boolean byRef)
            throws ProblemException {
        return new CommitMove(
                link,
                new CommitMove.Named(version.name(), path(now, version), now.published(link, version.name())),
                back,
                byRef,
                now.options(),
                repositories.ground().clock().instant());
    }

    private static String path(CommitNow now, Version version) {
        return now.paths().get(version.name());
    }

    private PlanBuilder plan(CommitNow now, Optional<Channel> channel, Publication.Turn turn) throws ProblemException {
        PlanBuilder plan = PlanBuilder.of(
                        asked, now.repository(), repositories.ground().clock().instant())
                .version(turn.version())
                .channel(turn.channel(), channel.flatMap(Channel::target))
                .notices(now.view().notices());
        now.view().line(turn.channel()).flatMap(CommitView.Line::head).ifPresent(head -> plan.dependsOn(head.commit()));
        return plan;
    }

    private Prepared prepared(CommitNow now, PlanBuilder plan, CommitMove move, Publication.Turn turn, JobContext job)
            throws ProblemException, InterruptedException {
        Version version = now.repository().version(turn.version());
        CommitMove.Way way = now.tree().way(now.repository().store().root(), move);
        Optional<Channel> channel = now.repository().findChannel(turn.channel());
        boolean held = channel.flatMap(Channel::hold).isPresent();
        boolean known = channel.flatMap(Channel::target).equals(Optional.of(turn.version()));
        if (way == CommitMove.Way.NOTHING && known && (held || !turn.hold())) {
            plan.nothingToDo(Phrase.of("step.nothing.there", "version", turn.version()));
            return new Run(plan.build(), now, move, turn);
        }
        if (version.state() == VersionState.QUARANTINED && turn.rollback()) {
            plan.gate(Gates.closed(
                    Gates.QUARANTINE,
                    Phrase.of("gate.quarantine", "object", version.name()),
                    Phrase.of("gate.quarantine.override", "object", version.name())));
        } else if (!turn.rollback()) {
            plan.gate(Wholeness.gate(now.repository(), version, job));
        }
        Phrase how = Phrase.of("step.commit." + way.name().toLowerCase(Locale.ROOT), "version", turn.version());
        plan.step(Action.PUBLISH, move.link(), how);
        plan.step(
                Action.FLIP,
                turn.channel(),
                Phrase.of(turn.rollback() ? "step.flip.back" : "step.flip", "version", turn.version()));
        if (turn.hold()) {
            plan.step(Action.HOLD, turn.channel(), Phrase.of("step.hold", "version", turn.version()));
        }
        return new Run(plan.build(), now, move, turn);
    }

    /** Said yes to by a person, unless the policy of the channel does. */
    private static Optional<Gate> boot(
            Opened repository, Optional<Channel> channel, Version version, boolean allowed, JobContext job)
            throws ProblemException, InterruptedException {
        Optional<String> target = channel.flatMap(Channel::target);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        List<BootChange> changes = repository
                .kind()
                .compareBoot(
                        FactReader.of(repository, repository.version(target.get()), job),
                        FactReader.of(repository, version, job));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Moving moving = new Moving(channel.get().name(), channel, new ArrayList<>(changes));
        return Optional.of(moving.gate(allowed));
    }

    private record Run(Plan plan, CommitNow now, CommitMove move, Publication.Turn turn) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            if (plan.nothingToDo()) {
                Phrase there = Phrase.of("outcome.promote.there", "version", turn.version(), "channel", turn.channel());
                return Outcomes.nothing(plan, there, Map.of());
            }
            job.progress().phase(turn.rollback() ? "rollback" : "promote", -1, -1);
            List<Notice> notices = new ArrayList<>(plan.notices());
            notices.addAll(new CommitWork(now, session, job).publish(move, turn));
            String key =
                    !turn.rollback() ? "outcome.promote" : turn.hold() ? "outcome.rollback.held" : "outcome.rollback";
            Phrase summary = Phrase.of(key, "version", turn.version(), "channel", turn.channel());
            return Outcomes.done(plan, summary, Map.of(), notices);
        }
    }
}
