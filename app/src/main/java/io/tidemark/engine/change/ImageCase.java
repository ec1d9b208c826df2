package io.tidemark.engine.change;

import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.image.ImageIntention;
import io.tidemark.engine.image.ImageWork;
import io.tidemark.engine.image.NewImage;
import io.tidemark.engine.image.RemoteImage;
import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.plan.Wholeness;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
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
import io.tidemark.store.Publication;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations on image repositories: everything that changes what a series has ends in one publication. */
final class ImageCase implements UseCase {

    private final Operation asked;
    private final Repositories repositories;
    private final ImageWork work;

    ImageCase(Operation asked, Repositories repositories, ImageWork work) {
        this.asked = asked;
        this.repositories = repositories;
        this.work = work;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        ImageIntention intention = intention(repository, job);
        return new Run(plan(repository, intention, job), intention, work);
    }

    private ImageIntention intention(Opened repository, JobContext job) throws ProblemException, InterruptedException {
        return switch (asked) {
            case Operation.Update o -> work.update(repository, o, job);
            case Operation.MakeDeltas o -> work.deltas(repository, o, job);
            case Operation.Promote o -> promote(repository, o, job);
            case Operation.Rollback o -> work.goBack(repository, o, lastGood(repository, o), job);
            case Operation other -> throw new IllegalArgumentException("concerns no images: " + other);
        };
    }

    private ImageIntention promote(Opened repository, Operation.Promote o, JobContext job)
            throws ProblemException, InterruptedException {
        repository.complete(o.version());
        boolean known = repository.findChannel(o.channel()).isPresent();
        if (!known && !o.create()) {
            throw new ProblemException(Problem.of(
                    "plan.no-channel", Problem.Category.USAGE, "object", o.channel(), "repository", repository.name()));
        } else if (!known) {
            Names.requireLink(o.channel());
        }
        return work.promote(repository, o, job);
    }

    /** Images leave a series one after the other; the one before the last is where most clients come from. */
    private static String lastGood(Opened repository, Operation.Rollback o) throws ProblemException {
        Channel channel = repository.channel(o.channel());
        if (o.to().isPresent()) {
            return repository.complete(o.to().get()).name();
        }
        List<String> members = repository.store().series().getOrDefault(channel.name(), List.of());
        if (members.size() > 1) {
            return members.get(members.size() - 2);
        }
        throw new ProblemException(Problem.of(
                "plan.no-last-good",
                Problem.Category.REFUSED,
                "object",
                channel.name(),
                "version",
                channel.target().orElse("")));
    }

    private Plan plan(Opened repository, ImageIntention intention, JobContext job)
            throws ProblemException, InterruptedException {
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .notices(intention.notices());
        long bytes = 0;
        for (NewImage image : intention.fresh()) {
            plan.step(Action.SHARE, image.name().file(), 1, image.size(), Phrase.of("step.image.take"));
            bytes += image.size();
            plan.dependsOn(image.name().id() + image.size());
        }
        long fetched = 0;
        for (RemoteImage image : intention.remote()) {
            Phrase how = image.way()
                    .map(way -> Phrase.of("step.image.by-delta", "from", way.source()))
                    .orElse(Phrase.of("step.image.whole"));
            plan.step(Action.FETCH, image.name().file(), 1, image.bytes(), how);
            plan.dependsOn(image.sums().sha256());
            fetched += image.bytes();
            bytes += image.sums().size();
        }
        plan.figure("download.bytes", fetched)
                .figure("download.files", intention.remote().size());
        if (!intention.remote().isEmpty()) {
            plan.gate(Gates.space(repository.store(), bytes));
        }
        for (DeltaPair pair : intention.pairs()) {
            plan.step(Action.MAKE_DELTA, pair.to(), Phrase.of("step.image.delta", "from", pair.from()));
        }
        plan.figure("total.files", intention.fresh().size() + intention.remote().size())
                .figure("total.bytes", bytes);
        plan.figure("deltas", intention.pairs().size())
                .figure("deltas.present", intention.present().size());
        for (Publication.Turn turn : intention.turns()) {
            turn(plan, repository, turn, job);
        }
        if (intention.publishes()) {
            plan.step(Action.PUBLISH, repository.name(), Phrase.of("step.image.publish"));
        }
        for (String path : intention.removals()) {
            plan.step(Action.DELETE, path, Phrase.of("step.image.remove"));
        }
        return intention.nothing()
                ? plan.nothingToDo(Phrase.of("step.nothing.images")).build()
                : plan.build();
    }

    private static void turn(PlanBuilder plan, Opened repository, Publication.Turn turn, JobContext job)
            throws ProblemException, InterruptedException {
        Optional<Channel> channel = repository.findChannel(turn.channel());
        Optional<Version> version = repository.store().version(turn.version());
        plan.channel(turn.channel(), channel.flatMap(Channel::target)).version(turn.version());
        if (!turn.rollback()) {
            channel.map(Gates::hold).ifPresent(plan::gate);
        }
        if (version.isPresent()) {
            plan.gate(Wholeness.gate(repository, version.get(), job));
        }
        String key = turn.rollback() ? "step.flip.back" : "step.flip";
        plan.step(Action.FLIP, turn.channel(), Phrase.of(key, "version", turn.version()));
        if (turn.hold()) {
            plan.step(Action.HOLD, turn.channel(), Phrase.of("step.hold", "version", turn.version()));
        }
    }

    private record Run(Plan plan, ImageIntention intention, ImageWork work) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, Phrase.of("step.nothing.images"), Map.of());
            }
            ImageWork.Done done = work.carryOut(intention, session, job);
            Map<String, Long> figures = Map.of(
                    "images", (long) done.images(),
                    "deltas.made", (long) done.made(),
                    "deltas.found", (long) done.found(),
                    "deltas.bytes", done.bytes());
            List<Notice> notices = new ArrayList<>(plan.notices());
            notices.addAll(done.notices());
            return Outcomes.done(plan, summary(done), figures, notices);
        }

        private Phrase summary(ImageWork.Done done) {
            return switch (plan.operation()) {
                case Operation.Promote o ->
                    Phrase.of("outcome.promote", "version", o.version(), "channel", o.channel());
                case Operation.Rollback o -> {
                    String key = o.hold() ? "outcome.rollback.held" : "outcome.rollback";
                    yield Phrase.of(key, "version", plan.version().orElse(""), "channel", o.channel());
                }
                case Operation other ->
                    Phrase.of(
                            "outcome.images",
                            "images",
                            done.images(),
                            "deltas",
                            done.made() + done.found(),
                            "bytes",
                            done.bytes());
            };
        }
    }
}
