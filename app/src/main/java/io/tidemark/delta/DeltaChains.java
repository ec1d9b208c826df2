package io.tidemark.delta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The shortest ways from image to image over deltas that will be there: fewest bytes, and no more than a few steps. */
final class DeltaChains {

    /** Each step makes a whole image; more of them would keep a client busy for long. */
    private static final int MOST_STEPS = 4;

    private final int images;
    private final Collection<DeltaCandidate> deltas;

    DeltaChains(int images, Collection<DeltaCandidate> deltas) {
        this.images = images;
        this.deltas = List.copyOf(deltas);
    }

    /** A way of at least two steps. */
    record Chain(List<Integer> via, long bytes) {}

    /** The ways from one image to each of the others. */
    List<Optional<Chain>> from(int start) {
        long[][] bytes = new long[MOST_STEPS + 1][images];
        int[][] before = new int[MOST_STEPS + 1][images];
        for (long[] each : bytes) {
            Arrays.fill(each, Long.MAX_VALUE);
        }
        bytes[0][start] = 0;
        for (int step = 1; step <= MOST_STEPS; step++) {
            step(bytes, before, step);
        }
        List<Optional<Chain>> chains = new ArrayList<>();
        for (int to = 0; to < images; to++) {
            chains.add(to == start ? Optional.empty() : best(bytes, before, to));
        }
        return chains;
    }

    private void step(long[][] bytes, int[][] before, int step) {
        for (DeltaCandidate delta : deltas) {
            long so = bytes[step - 1][delta.from()];
            if (so < Long.MAX_VALUE && so + delta.bytes() < bytes[step][delta.to()]) {
                bytes[step][delta.to()] = so + delta.bytes();
                before[step][delta.to()] = delta.from();
            }
        }
    }

    private static Optional<Chain> best(long[][] bytes, int[][] before, int to) {
        int best = 2;
        for (int step = 3; step <= MOST_STEPS; step++) {
            best = bytes[step][to] < bytes[best][to] ? step : best;
        }
        if (bytes[best][to] == Long.MAX_VALUE) {
            return Optional.empty();
        }
        List<Integer> via = new ArrayList<>();
        int at = to;
        for (int step = best; step > 1; step--) {
            at = before[step][at];
            via.addFirst(at);
        }
        return Optional.of(new Chain(via, bytes[best][to]));
    }
}
