package io.tidemark.ui.timeline;

/** Finds the first rollback mark of a track from a moment on. */
final class Marks {

    private Marks() {}

    static int firstVisible(Track track, double time) {
        int[] undone = track.undone();
        int low = 0;
        int high = undone.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (track.end(undone[middle]) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
