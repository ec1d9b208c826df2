package io.tidemark.engine.change;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.image.ImageNow;
import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.Retention;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code prune}: deletes versions that nothing needs, and throws staged ones away. */
final class PruneCase implements UseCase {

    /** Foretold; the outcome says what came of it. */
    private static final String FREES = "prune.frees";

    private final Operation.Prune asked;
    private final Repositories repositories;

    PruneCase(Operation.Prune asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        KeepRule rule = new KeepRule(repository);
        List<Version> chosen = new ArrayList<>();
        PlanBuilder plan =
                PlanBuilder.of(asked, repository, repositories.ground().clock().instant());
        if (asked.versions().isEmpty()) {
            byNumber(rule, plan, chosen);
        } else {
            byName(repository, rule.retention(), plan, chosen);
        }
        List<Version> whole =
                chosen.stream().filter(v -> v.state() != VersionState.STAGED).toList();
        List<String> names = whole.stream().map(Version::name).toList();
        long freed = names.isEmpty() ? 0 : freed(repository, names, job);
        long alone = names.size() == 1 ? -freed : 0;
        chosen.forEach(
                v -> plan.step(Action.DELETE, v.name(), v.files(), names.contains(v.name()) ? alone : 0, reason(v)));
        deltas(repository, names, plan);
        if (chosen.isEmpty()) {
            plan.nothingToDo(Phrase.of("step.nothing.prune"));
        } else if (!names.isEmpty()) {
            plan.notice(Notice.info(FREES, "bytes", freed));
        }
        return new Run(plan.figure("freed.bytes", freed).build(), chosen);
    }

    /** What versions that are commits share, their kind knows. */
    private static long freed(Opened repository, List<String> names, JobContext job)
            throws ProblemException, InterruptedException {
        return repository.kind().commits().isPresent()
                ? CommitNow.of(repository).freedBy(names, job)
                : repository.store().freedBy(names, job);
    }

    /** Deltas are of no use once nobody can have the one image or the other. */
    private static void deltas(Opened repository, List<String> names, PlanBuilder plan) throws ProblemException {
        if (repository.kind().images().isPresent()) {
            List<Long> dependent = ImageNow.of(repository).deltasOf(names);
            if (!dependent.isEmpty()) {
                long bytes = dependent.stream().mapToLong(Long::longValue).sum();
                plan.notice(Notice.info("prune.deltas", "count", dependent.size(), "bytes", bytes));
            }
        }
    }

    private void byNumber(KeepRule rule, PlanBuilder plan, List<Version> chosen) throws ProblemException {
        Retention retention = rule.retention();
        for (Version version : rule.beyond(asked.keep()).reversed()) {
            Optional<Retention.Need> need = retention.need(version);
            if (need.isEmpty()) {
                chosen.add(version);
            } else {
                plan.notice(new Notice(io.tidemark.model.Severity.INFO, phrase(version, need.get())));
            }
        }
    }

    private void byName(Opened repository, Retention retention, PlanBuilder plan, List<Version> chosen)
            throws ProblemException {
        for (String name : asked.versions().stream().distinct().toList()) {
            Version version = repository.version(name);
            Optional<Retention.Need> need =
                    version.state() == VersionState.STAGED ? Optional.empty() : retention.need(version);
            need.ifPresent(why -> plan.gate(new Gate(
                    Gates.NEEDED, false, phrase(version, why), Optional.of(Phrase.of("gate.needed.override")))));
            chosen.add(version);
        }
    }

    private static Phrase phrase(Version version, Retention.Need need) {
        String why = need.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Phrase.of("gate.needed." + why, "object", version.name(), "by", need.by());
    }

    private static Phrase reason(Version version) {
        return Phrase.of(version.state() == VersionState.STAGED ? "step.delete.staged" : "step.delete");
    }

    private record Run(Plan plan, List<Version> versions) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, Phrase.of("step.nothing.prune"), Map.of());
            }
            job.progress().phase("prune", versions.size(), -1);
            List<String> whole = new ArrayList<>();
            for (Version version : versions) {
                if (version.state() == VersionState.STAGED) {
                    session.discard(version.name());
                } else {
                    whole.add(version.name());
                }
            }
            long freed = whole.isEmpty() ? 0 : session.prune(whole, job);
            return Outcomes.done(
                    plan,
                    Phrase.of("outcome.prune", "count", versions.size(), "bytes", freed),
                    Map.of("freed.bytes", freed),
                    plan.notices().stream()
                            .filter(notice -> !notice.phrase().key().equals(FREES))
                            .toList());
        }
    }
}
