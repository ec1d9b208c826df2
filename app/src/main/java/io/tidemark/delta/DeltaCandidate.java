package io.tidemark.delta;

import java.util.Comparator;

/**
 * A delta that could be had.
 *
 * @param from place of the image it starts from in the list of images
 * @param to place of the image it leads to
 * @param bytes its size, known or foretold
 * @param there whether it exists
 * @param wish why it is wanted
 */
record DeltaCandidate(int from, int to, long bytes, boolean there, Wish wish) {

    /** Why a delta is wanted. */
    enum Wish {
        POLICY,
        EXTRA,
        NONE
    }

    boolean wanted() {
        return wish != Wish.NONE;
    }

    /**
     * The most useful first: bytes that clients save for each byte on the disk.
     *
     * @param known whether anybody knows where clients are; else the two newest images come first
     */
    static Comparator<DeltaCandidate> byUse(DeltaCrowd crowd, boolean known) {
        Comparator<DeltaCandidate> order = Comparator.comparing(each -> !each.wanted());
        if (!known) {
            order = order.thenComparing(crowd::distance);
        }
        return order.thenComparing(Comparator.comparingDouble(crowd::use).reversed())
                .thenComparing(each -> !each.there())
                .thenComparing(Comparator.comparingInt(DeltaCandidate::to).reversed())
                .thenComparing(Comparator.comparingInt(DeltaCandidate::from).reversed());
    }
}
