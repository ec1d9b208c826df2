package io.tidemark.ui.timeline;

/**
 * Where things lie from top to bottom: the ruler and the versions stay, lanes below them scroll.
 *
 * @param width of the picture
 * @param height of the picture
 * @param scroll how far lanes are scrolled up
 * @param lanes how many there are
 */
record Rows(double width, double height, double scroll, int lanes) {

    static final double LABELS = 128;
    static final double RULER = 24;
    static final double VERSION_LINE = 51;
    static final double NAMES = 83;
    static final double SIZES = 99;
    static final double LANES_TOP = 132;
    static final double LANE = 32;
    static final double BAR = 22;
    static final double BOTTOM = 8;

    /** The height at which nothing has to scroll. */
    static double wanted(int lanes) {
        return LANES_TOP + Math.max(1, lanes) * LANE + BOTTOM;
    }

    double left() {
        return LABELS;
    }

    double laneMiddle(int lane) {
        return LANES_TOP + lane * LANE + LANE / 2 - scroll;
    }

    double lanesHeight() {
        return Math.max(0, height - LANES_TOP);
    }

    double mostScroll() {
        return Math.max(0, lanes * LANE + BOTTOM - lanesHeight());
    }

    int firstLane() {
        return Math.max(0, (int) Math.floor(scroll / LANE));
    }

    int lastLane() {
        return Math.min(lanes - 1, (int) Math.floor((scroll + lanesHeight()) / LANE));
    }

    /** The lane at a height: 0 the versions, 1 the first channel; -1 for none. */
    int laneAt(double y) {
        if (y < LANES_TOP) {
            return y < RULER ? -1 : 0;
        }
        int lane = (int) Math.floor((y - LANES_TOP + scroll) / LANE);
        return lane < lanes ? lane + 1 : -1;
    }
}
