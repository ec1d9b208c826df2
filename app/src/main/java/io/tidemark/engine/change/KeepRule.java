package io.tidemark.engine.change;

import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.model.Phrase;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.Retention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which versions go when only the newest so many are to stay; what anything needs stays as well. */
record KeepRule(Opened repository) {

    /** Versions beyond the newest {@code keep}, split by whether something needs them. */
    List<Version> beyond(int keep) throws ProblemException {
        List<Version> whole = new ArrayList<>(repository.store().versions().stream()
                .filter(v -> v.state() != VersionState.STAGED)
                .sorted(Comparator.comparingLong(Version::sequence).reversed())
                .toList());
        return whole.stream().skip(Math.max(0, keep)).toList();
    }

    /** Those of them that nothing needs, oldest first. */
    List<String> unneeded(List<Version> candidates) throws ProblemException {
        Retention retention = retention();
        return candidates.reversed().stream()
                .filter(v -> retention.need(v).isEmpty())
                .map(Version::name)
                .toList();
    }

    Retention retention() throws ProblemException {
        return new Retention(
                repository.store().channels(),
                repository.store().journal(),
                repository.store().versions(),
                repository.store().series());
    }

    /** What the policy will delete once there is one version more. */
    void steps(PlanBuilder plan, String coming) throws ProblemException {
        int keep = repository.config().policies().keep();
        if (keep > 0) {
            for (String version : unneeded(beyond(keep - 1))) {
                plan.step(Action.DELETE, version, Phrase.of("step.delete.policy", "keep", keep, "version", coming));
            }
        }
    }
}
