package io.tidemark.engine.change;

import io.tidemark.engine.image.DeltaSettings;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Upstream;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code configure}: saves other settings. */
final class ConfigureCase implements UseCase {

    private final Operation.Configure asked;
    private final Repositories repositories;

    ConfigureCase(Operation.Configure asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException {
        Opened repository = repositories.open(asked.dir());
        SettingRules.require(asked.transfer(), asked.policies());
        for (String channel : asked.channelPolicies().keySet()) {
            repository.channel(channel);
        }
        RepositoryConfig old = repository.config();
        RepositoryConfig fresh = changed(repository, old);
        PlanBuilder plan =
                PlanBuilder.of(asked, repository, repositories.ground().clock().instant());
        steps(plan, old, fresh);
        for (String unknown : DeltaSettings.unknownChannels(repository, fresh.upstream())) {
            plan.notice(Notice.warning("notice.settings.delta-channel", "object", unknown));
        }
        return new Run(plan.build(), fresh);
    }

    private RepositoryConfig changed(Opened repository, RepositoryConfig old) throws ProblemException {
        Upstream upstream = asked.upstream().url().isEmpty()
                ? asked.upstream()
                : repository.kind().complete(asked.upstream());
        SettingRules.requireUsable(repository.kind(), repositories.ground().sources(), upstream, asked.transfer());
        return new RepositoryConfig(
                old.format(),
                old.id(),
                asked.name().isEmpty() ? old.name() : asked.name(),
                old.kind(),
                upstream,
                asked.transfer(),
                asked.policies(),
                channels(old.channels()),
                old.keys(),
                old.pins());
    }

    private List<Channel> channels(List<Channel> old) {
        List<Channel> channels = new ArrayList<>();
        for (Channel channel : old) {
            ChannelPolicy policy = asked.channelPolicies().getOrDefault(channel.name(), channel.policy());
            channels.add(new Channel(channel.name(), channel.link(), channel.target(), channel.hold(), policy));
        }
        return channels;
    }

    private static void steps(PlanBuilder plan, RepositoryConfig old, RepositoryConfig fresh) {
        step(plan, "name", old.name(), fresh.name());
        step(plan, "upstream", old.upstream(), fresh.upstream());
        step(plan, "transfer", old.transfer(), fresh.transfer());
        step(plan, "policies", old.policies(), fresh.policies());
        step(plan, "channels", old.channels(), fresh.channels());
        if (old.equals(fresh)) {
            plan.nothingToDo(Phrase.of("step.nothing.same"));
        }
    }

    private static void step(PlanBuilder plan, String part, Object before, Object after) {
        if (!before.equals(after)) {
            plan.step(Action.WRITE_SETTINGS, part, Phrase.of("step.settings." + part));
        }
    }

    private record Run(Plan plan, RepositoryConfig fresh) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException {
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, Phrase.of("step.nothing.same"), Map.of());
            }
            session.configure(fresh);
            return Outcomes.done(plan, Phrase.of("outcome.configure"));
        }
    }
}
