package io.tidemark.delta;

/**
 * One image that deltas are planned for.
 *
 * @param id its name
 * @param size bytes
 * @param clients how many clients run it, -1 where nobody knows
 */
public record DeltaImage(String id, long size, long clients) {

    /** An image of which nobody knows how many clients run it. */
    public static DeltaImage of(String id, long size) {
        return new DeltaImage(id, size, -1);
    }
}
