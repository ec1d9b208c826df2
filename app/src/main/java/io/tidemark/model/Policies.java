package io.tidemark.model;

/**
 * The rules a repository keeps.
 *
 * @param keep versions that pruning after an update leaves, 0 to keep all
 * @param maxShrinkPercent refuse an update in which upstream lost more than this share of its files
 * @param maxIndexAgeDays refuse an upstream unchanged for longer than this, 0 to never refuse
 * @param grace whether packages dropped by a new index stay beside it for one version
 */
public record Policies(int keep, int maxShrinkPercent, int maxIndexAgeDays, boolean grace) {

    /** Keep all, refuse a loss of more than 20 %, never refuse for age, no grace. */
    public static Policies standard() {
        return new Policies(0, 20, 0, false);
    }
}
