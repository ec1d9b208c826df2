package io.tidemark.engine.change;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.commit.CommitWork;
import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.recipe.RecipeState;
import io.tidemark.engine.repository.Base;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.engine.repository.Surveyor;
import io.tidemark.engine.repository.Terms;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitFetch;
import io.tidemark.kind.CommitView;
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
import io.tidemark.model.Upstream;
import io.tidemark.source.Source;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code update} where versions are commits: new ones come from upstream, or are there already and are taken in. */
final class CommitUpdateCase implements UseCase {

    private final Operation.Update asked;
    private final Repositories repositories;
    private final Surveyor surveyor;

    CommitUpdateCase(Operation.Update asked, Repositories repositories, Surveyor surveyor) {
        this.asked = asked;
        this.repositories = repositories;
        this.surveyor = surveyor;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        CommitNow now = CommitNow.of(repository);
        PlanBuilder plan =
                PlanBuilder.of(asked, repository, repositories.ground().clock().instant());
        if (asked.version().isPresent()) {
            plan.version(Names.requireVersion(asked.version().get()));
        }
        requireArriving(now);
        Optional<CommitFetch> fetch = fetch(now);
        Optional<RecipeState> recipe = fetch.isPresent() ? RecipeState.of(repository) : Optional.empty();
        recipe.ifPresent(state -> plan.dependsOn(state.digest()));
        if (fetch.isPresent()) {
            plan.step(Action.FETCH, origin(now, fetch.get().upstream()), Phrase.of("step.commit.fetch"));
            holds(now, plan);
        }
        for (var version : now.view().fresh()) {
            plan.step(Action.SEAL, version.name(), Phrase.of("step.commit.take-in"));
        }
        for (CommitView.Line line : now.moved()) {
            line.head()
                    .ifPresent(head -> plan.step(
                            Action.FLIP, line.channel(), Phrase.of("step.commit.moved", "version", head.version())));
        }
        plan.notices(now.view().notices()).notices(now.remarks(true));
        boolean nothing =
                fetch.isEmpty() && now.view().fresh().isEmpty() && now.moved().isEmpty();
        if (nothing) {
            plan.nothingToDo(Phrase.of("step.nothing.commits"));
        }
        return new Run(plan.build(), now, fetch, recipe, surveyor);
    }

    /** An address, or the recipe that takes its place. */
    private static String origin(CommitNow now, Upstream upstream) {
        return now.repository()
                .kind()
                .recipes()
                .map(reader -> upstream.one(reader.roles().getFirst().option(), ""))
                .filter(place -> !place.isEmpty())
                .orElse(upstream.url());
    }

    private Optional<CommitFetch> fetch(CommitNow now) {
        Upstream upstream = now.options();
        return !now.tree().fetches(upstream)
                ? Optional.empty()
                : Optional.of(new CommitFetch(
                        upstream, asked.version(), repositories.ground().clock().instant()));
    }

    /** A channel may be named where commits arrive anyway; the others are promoted to when somebody has looked. */
    private void requireArriving(CommitNow now) throws ProblemException {
        if (asked.promote().isPresent() && !arrives(now, asked.promote().get())) {
            throw new ProblemException(Problem.of(
                    "commit.promote-apart",
                    Problem.Category.USAGE,
                    "object",
                    now.repository().name(),
                    "channel",
                    asked.promote().get()));
        }
    }

    private static boolean arrives(CommitNow now, String channel) throws ProblemException {
        Optional<String> link = now.repository().findChannel(channel).map(Channel::link);
        return now.tree().arrives(now.repository().store().root(), channel, link);
    }

    /** What upstream brings moves the refs of the first repository; none of them may be held. */
    private static void holds(CommitNow now, PlanBuilder plan) throws ProblemException {
        List<String> wanted = now.options().all("ref");
        for (CommitView.Line line : now.view().lines()) {
            boolean named = wanted.isEmpty()
                    || wanted.stream().anyMatch(ref -> line.link().endsWith("heads/" + ref));
            if (named && arrives(now, line.channel())) {
                now.repository().findChannel(line.channel()).map(Gates::hold).ifPresent(plan::gate);
            }
        }
    }

    private record Run(
            Plan plan, CommitNow now, Optional<CommitFetch> fetch, Optional<RecipeState> recipe, Surveyor surveyor)
            implements Prepared {

        @Override
        public void requireSame(Plan given) throws ProblemException {
            if (recipe.isPresent()) {
                recipe.get().requireIn(given);
            }
        }

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, Phrase.of("step.nothing.commits"), Map.of());
            }
            List<String> links =
                    now.view().lines().stream().map(CommitView.Line::link).toList();
            CommitWork.Brought brought = brought(links, session, job);
            List<String> fresh = brought.versions();
            List<Notice> notices = new ArrayList<>(brought.notices());
            notices.addAll(plan.notices());
            if (fresh.isEmpty() && now.moved().isEmpty()) {
                return Outcomes.nothing(plan, Phrase.of("step.nothing.commits"), Map.of());
            }
            Phrase summary = Phrase.of("outcome.commits", "count", fresh.size(), "versions", String.join(", ", fresh));
            Outcome done = Outcomes.done(plan, summary, Map.of("versions", (long) fresh.size()), notices);
            return fresh.size() == 1 ? Outcomes.about(fresh.getFirst(), done) : done;
        }

        private CommitWork.Brought brought(List<String> links, WriteSession session, JobContext job)
                throws ProblemException, InterruptedException {
            try {
                return new CommitWork(now, session, job).update(fetch, links);
            } catch (ProblemException failed) {
                if (fetch.isPresent() && failed.problem().category() == Problem.Category.REFUSED) {
                    lookAtUpstream(failed, job);
                }
                throw failed;
            }
        }

        /** A program that fetched says little of what was wrong; we ask ourselves, and know an upstream that is gone. */
        private void lookAtUpstream(ProblemException failed, JobContext job)
                throws ProblemException, InterruptedException {
            if (now.options().url().isEmpty()) {
                return;
            }
            try (Source source = surveyor.source(now.repository())) {
                surveyor.survey(now.repository(), source, Base.none(), Terms.plain(), job);
            } catch (ProblemException plainer) {
                plainer.addSuppressed(failed);
                throw plainer;
            }
        }
    }
}
