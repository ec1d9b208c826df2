package io.tidemark.engine.image;

import io.tidemark.delta.DeltaDecision;
import io.tidemark.delta.DeltaImage;
import io.tidemark.delta.DeltaPair;
import io.tidemark.delta.DeltaPlan;
import io.tidemark.delta.DeltaPlanner;
import io.tidemark.delta.DeltaPolicy;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Image;
import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For which pairs the budget of a repository leaves no room, as far as sizes can be foretold. */
final class BudgetRule {

    private final Shelf shelf;
    private final Map<String, DeltaImage> images = new HashMap<>();

    BudgetRule(Shelf shelf) {
        this.shelf = shelf;
        for (Image image : shelf.images()) {
            images.put(image.id(), new DeltaImage(image.id(), image.size(), image.clients()));
        }
    }

    /** The policy of a repository, with another number of targets and another budget. */
    static DeltaPolicy policy(Shelf shelf, int targets, long budget) {
        return new DeltaPolicy(targets, List.of(), shelf.share(), budget, shelf.between() == Between.IMAGES);
    }

    /** Bytes of the deltas that are there. */
    static Map<DeltaPair, Long> bytes(Shelf shelf) {
        Map<DeltaPair, Long> bytes = new HashMap<>();
        shelf.stored().forEach((pair, stored) -> bytes.put(pair, stored.bytes()));
        return bytes;
    }

    /** The pairs; none where there is no budget, and then nothing is read. */
    Set<DeltaPair> without(Map<String, List<String>> series, JobContext job)
            throws ProblemException, InterruptedException {
        Set<DeltaPair> without = new HashSet<>();
        if (shelf.settings().budget() < Long.MAX_VALUE) {
            DeltaPolicy policy =
                    policy(shelf, shelf.settings().targets(), shelf.settings().budget());
            Map<DeltaPair, Long> there = bytes(shelf);
            try (Shelf.Foretelling forecast = shelf.foretelling(job)) {
                for (List<String> members : series.values()) {
                    without.addAll(without(new DeltaPlanner(policy, forecast).plan(images(members), there)));
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
        return members.stream().filter(images::containsKey).map(images::get).toList();
    }
}
