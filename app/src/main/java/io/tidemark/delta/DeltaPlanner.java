package io.tidemark.delta;

import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for every ordered pair of images how clients get from the one to the other, and says why. Where the budget does
 * not allow all that the policy asks for, what saves clients most for each byte on the disk comes first. The same question
 * always gets the same answer. Holds no state; safe for all threads if its forecast is.
 */
public final class DeltaPlanner {

    private final DeltaPolicy policy;
    private final DeltaForecast forecast;

    /** A planner that keeps to a policy. */
    public DeltaPlanner(DeltaPolicy policy, DeltaForecast forecast) {
        this.policy = policy;
        this.forecast = forecast;
    }

    /**
     * Plans the deltas of some images.
     *
     * @param images oldest first, each once
     * @param existing sizes of deltas that are there; of unknown images they do not count
     */
    public DeltaPlan plan(List<DeltaImage> images, Map<DeltaPair, Long> existing)
            throws ProblemException, InterruptedException {
        DeltaCrowd crowd = new DeltaCrowd(images);
        Map<DeltaPair, DeltaCandidate> candidates = candidates(crowd, existing);
        Set<DeltaCandidate> chosen = choose(crowd, candidates);
        List<DeltaDecision> decisions = decide(crowd, candidates, chosen);
        long bytes = 0;
        long fresh = 0;
        for (DeltaCandidate each : chosen) {
            bytes += each.bytes();
            fresh += each.there() ? 0 : each.bytes();
        }
        return new DeltaPlan(decisions, bytes, fresh, crowd.saved(decisions));
    }

    private List<DeltaDecision> decide(
            DeltaCrowd crowd, Map<DeltaPair, DeltaCandidate> candidates, Set<DeltaCandidate> chosen) {
        List<DeltaDecision> decisions = new ArrayList<>();
        DeltaReasons reasons = new DeltaReasons(policy, crowd);
        int count = crowd.images().size();
        DeltaChains chains = new DeltaChains(count, chosen);
        for (int from = 0; from < count; from++) {
            List<Optional<DeltaChains.Chain>> ways = chains.from(from);
            for (int to = 0; to < count; to++) {
                DeltaPair pair = crowd.pair(from, to);
                Optional<DeltaCandidate> candidate = Optional.ofNullable(candidates.get(pair));
                if (candidate.filter(chosen::contains).isPresent()) {
                    decisions.add(reasons.stored(pair, candidate.get()));
                } else if (from != to) {
                    decisions.add(reasons.other(pair, candidate, ways.get(to)));
                }
            }
        }
        return decisions;
    }

    /** What could be had: all that is wanted, and all that is there. */
    private Map<DeltaPair, DeltaCandidate> candidates(DeltaCrowd crowd, Map<DeltaPair, Long> existing)
            throws ProblemException, InterruptedException {
        Map<DeltaPair, DeltaCandidate> candidates = new LinkedHashMap<>();
        int count = crowd.images().size();
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                DeltaPair pair = crowd.pair(from, to);
                DeltaCandidate.Wish wish = wish(pair, to, count);
                Long size = existing.get(pair);
                if (from != to && (size != null || wish != DeltaCandidate.Wish.NONE)) {
                    long bytes = size == null ? forecast.bytes(pair) : size;
                    candidates.put(pair, new DeltaCandidate(from, to, bytes, size != null, wish));
                }
            }
        }
        return candidates;
    }

    private DeltaCandidate.Wish wish(DeltaPair pair, int to, int count) {
        if (to >= count - policy.targets()) {
            return DeltaCandidate.Wish.POLICY;
        }
        return policy.extras().contains(pair) ? DeltaCandidate.Wish.EXTRA : DeltaCandidate.Wish.NONE;
    }

    private Set<DeltaCandidate> choose(DeltaCrowd crowd, Map<DeltaPair, DeltaCandidate> candidates) {
        List<DeltaCandidate> byUse = candidates.values().stream()
                .filter(each -> policy.isSmall(each.bytes(), crowd.images().get(each.to())))
                .sorted(DeltaCandidate.byUse(crowd, crowd.known()))
                .toList();
        Set<DeltaCandidate> chosen = new HashSet<>();
        long left = policy.budget();
        for (DeltaCandidate each : byUse) {
            if (each.bytes() <= left) {
                chosen.add(each);
                left -= each.bytes();
            }
        }
        return chosen;
    }
}
