package io.tidemark.delta;

import java.util.List;

/**
 * What becomes of every ordered pair of images.
 *
 * @param decisions one for each pair, by the order of the images: first that of where they start
 * @param bytes bytes of all deltas, those that are there and stay and those to be made
 * @param fresh bytes of those to be made
 * @param saved bytes that all clients together need not fetch on their way to the newest image; -1 where nobody knows how
 *     many there are
 */
public record DeltaPlan(List<DeltaDecision> decisions, long bytes, long fresh, long saved) {

    public DeltaPlan {
        decisions = List.copyOf(decisions);
    }

    /** The deltas to be made, in the order of the decisions. */
    public List<DeltaDecision> toMake() {
        return decisions.stream()
                .filter(each -> each.way() == DeltaDecision.Way.DIRECT)
                .toList();
    }
}
