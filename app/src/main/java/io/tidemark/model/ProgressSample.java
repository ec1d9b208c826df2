package io.tidemark.model;

/**
 * Progress at one moment.
 *
 * @param phase what is being done now; key {@code progress.PHASE}
 * @param doneFiles files finished in this phase
 * @param totalFiles files of this phase, -1 while unknown
 * @param doneBytes bytes finished in this phase
 * @param totalBytes bytes of this phase, -1 while unknown
 * @param bytesPerSecond current speed, 0 while unknown
 */
public record ProgressSample(
        String phase, long doneFiles, long totalFiles, long doneBytes, long totalBytes, long bytesPerSecond) {

    /** Nothing done yet. */
    public static ProgressSample none() {
        return new ProgressSample("wait", 0, -1, 0, -1, 0);
    }

    /** Share done, 0 to 1, or -1 while unknown; by bytes where they are known, else by files. */
    public double fraction() {
        if (totalBytes > 0) {
            return Math.min(1, (double) doneBytes / totalBytes);
        }
        return totalFiles > 0 ? Math.min(1, (double) doneFiles / totalFiles) : -1;
    }
}
