package io.tidemark.engine.image;

import io.tidemark.delta.DeltaDecision;
import io.tidemark.delta.DeltaImage;
import io.tidemark.delta.DeltaPair;
import io.tidemark.delta.DeltaPlan;
import io.tidemark.delta.DeltaPlanner;
import io.tidemark.delta.DeltaPolicy;
import io.tidemark.delta.SampledForecast;
import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For which pairs the budget of a repository leaves no room, as samples of the images foretell. */
final class BudgetRule {

    private final ImageNow now;
    private final DeltaSettings settings;
    private final Map<String, Path> files = new HashMap<>();

    BudgetRule(ImageNow now, DeltaSettings settings, List<NewImage> fresh) {
        this.now = now;
        this.settings = settings;
        for (String id : now.names().keySet()) {
            files.put(id, now.path(id));
        }
        fresh.forEach(image -> files.put(image.name().id(), image.file()));
    }

    /** The pairs; none where there is no budget, and then nothing is read. */
    Set<DeltaPair> without(Map<String, List<String>> series, JobContext job)
            throws ProblemException, InterruptedException {
        Set<DeltaPair> without = new HashSet<>();
        if (settings.budget() < Long.MAX_VALUE) {
            DeltaPolicy policy = new DeltaPolicy(
                    settings.targets(), List.of(), settings.sharePercent() / 100.0, settings.budget(), true);
            try (SampledForecast forecast = new SampledForecast(files, job)) {
                for (List<String> members : series.values()) {
                    without.addAll(without(new DeltaPlanner(policy, forecast).plan(images(members), now.existing())));
                }
            }
        }
        return without;
    }

    private static Set<DeltaPair> without(DeltaPlan plan) {
        Set<DeltaPair> without = new HashSet<>();
        for (DeltaDecision decision : plan.decisions()) {
            if (!decision.stored()) {
                without.add(decision.pair());
            }
        }
        return without;
    }

    private List<DeltaImage> images(List<String> members) {
        return members.stream()
                .filter(files::containsKey)
                .map(id -> settings.image(id, files.get(id).toFile().length()))
                .toList();
    }
}
