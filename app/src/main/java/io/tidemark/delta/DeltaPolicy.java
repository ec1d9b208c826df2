package io.tidemark.delta;

import java.util.List;

/**
 * Which deltas are wanted.
 *
 * @param targets to how many of the newest images deltas are made, from every other image, older and newer
 * @param extras pairs that are wanted beside those; what names an unknown image does not count
 * @param share a delta of at least this share of the whole image is not worth having
 * @param budget bytes that all deltas together may take
 * @param chains whether several deltas one after another may stand in for one that is not there
 */
public record DeltaPolicy(int targets, List<DeltaPair> extras, double share, long budget, boolean chains) {

    public DeltaPolicy {
        extras = List.copyOf(extras);
    }

    /** What the original procedure of Puavo does: the last three from all others; nothing of nine tenths or more. */
    public static DeltaPolicy standard() {
        return new DeltaPolicy(3, List.of(), 0.9, Long.MAX_VALUE, true);
    }

    /** Whether a delta of this size is worth having instead of the image. */
    boolean isSmall(long bytes, DeltaImage image) {
        return bytes < share * image.size();
    }
}
