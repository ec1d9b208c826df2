package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
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
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code verify}: reads every byte of sealed versions and compares it with what was recorded. */
final class VerifyCase implements UseCase {

    private final Operation.Verify asked;
    private final Repositories repositories;

    VerifyCase(Operation.Verify asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException {
        Opened repository = repositories.open(asked.dir());
        List<Version> chosen = new ArrayList<>();
        PlanBuilder plan =
                PlanBuilder.of(asked, repository, repositories.ground().clock().instant());
        for (Version version : candidates(repository)) {
            if (sealed(version)) {
                chosen.add(version);
                plan.step(Action.VERIFY, version.name(), version.files(), version.bytes(), Phrase.of("step.verify"));
            } else if (version.state() == VersionState.ADOPTED) {
                plan.notice(Notice.info("verify.unsealed", "version", version.name()));
            }
        }
        JournalRemark.on(plan, repository);
        asked.version().ifPresent(plan::version);
        if (chosen.isEmpty()) {
            plan.nothingToDo(Phrase.of("step.nothing.sealed"));
        }
        plan.figure("total.files", chosen.stream().mapToLong(Version::files).sum())
                .figure("total.bytes", chosen.stream().mapToLong(Version::bytes).sum());
        return new Run(plan.build(), chosen);
    }

    private List<Version> candidates(Opened repository) throws ProblemException {
        return asked.version().isPresent()
                ? List.of(repository.complete(asked.version().get()))
                : repository.store().versions();
    }

    private static boolean sealed(Version version) {
        return version.state() == VersionState.SEALED || version.state() == VersionState.QUARANTINED;
    }

    private record Run(Plan plan, List<Version> versions) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, Phrase.of("step.nothing.sealed"), Map.of());
            }
            Map<String, List<String>> wrong = new LinkedHashMap<>();
            for (Version version : versions) {
                job.progress().phase("verify", version.files(), version.bytes());
                job.log("verify.version", "version", version.name());
                List<String> differing = session.verify(version.name(), job);
                if (!differing.isEmpty()) {
                    wrong.put(version.name(), differing);
                }
            }
            if (!wrong.isEmpty()) {
                throw new ProblemException(differs(wrong));
            }
            return Outcomes.done(plan, Phrase.of("outcome.verify", "count", versions.size()), Map.of(), plan.notices());
        }

        private static Problem differs(Map<String, List<String>> wrong) {
            List<String> paths = new ArrayList<>();
            wrong.forEach((version, files) -> files.forEach(file -> paths.add(version + "/" + file)));
            return Problem.of(
                            "verify.differs",
                            Problem.Category.REFUSED,
                            "object",
                            String.join(", ", wrong.keySet()),
                            "count",
                            paths.size(),
                            "first",
                            paths.getFirst())
                    .in(Problem.State.QUARANTINED)
                    .with(String.join("\n", paths.subList(0, Math.min(100, paths.size()))));
        }
    }
}
