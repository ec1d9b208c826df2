package io.tidemark.ui.timeline;

/**
 * Where things lie from top to bottom: the ruler and the versions stay, lanes below them scroll. Where there is more room
 * than needed everything gets a little of it.
 *
 * @param width of the picture
 * @param height of the picture
 * @param scroll how far lanes are scrolled up
 * @param lanes how many there are
 * @param left where the column of labels ends
 */
record Rows(double width, double height, double scroll, int lanes, double left) {

    /** The column of labels, where channels have short names. */
    static final double LABELS = 128;

    static final double RULER = 24;

    private static final double WIDEST_LABELS = 248;
    private static final double SHARE_OF_LABELS = 0.3;

    private static final double TOP = 132;
    private static final double LANE = 32;
    private static final double BOTTOM = 8;
    private static final double MOST_AIR = 34;
    private static final double MOST_GROWTH = 14;

    /** The height at which nothing has to scroll. */
    static double wanted(int lanes) {
        return TOP + Math.max(1, lanes) * LANE + BOTTOM;
    }

    /** The column of labels that are so wide, in a picture of that width: names may take a share of it. */
    static double labels(double wanted, double width) {
        return Math.round(Math.clamp(wanted, LABELS, Math.clamp(width * SHARE_OF_LABELS, LABELS, WIDEST_LABELS)));
    }

    /** The middle of the versions' marks. */
    double versions() {
        return Math.round(51 + air() * 0.35);
    }

    /** The middle of the versions' names. */
    double names() {
        return versions() + 32 + Math.round(air() * 0.1);
    }

    /** The middle of the line below the names. */
    double sizes() {
        return names() + 16;
    }

    double lanesTop() {
        return Math.floor(TOP + air());
    }

    double lane() {
        double rest = height - wanted(lanes) - air();
        return Math.floor(LANE + Math.clamp(rest / Math.max(1, lanes), 0, MOST_GROWTH));
    }

    double bar() {
        return 22 + Math.round((lane() - LANE) / 3);
    }

    double laneMiddle(int lane) {
        return lanesTop() + lane * lane() + lane() / 2 - scroll;
    }

    double lanesHeight() {
        return Math.max(0, height - lanesTop());
    }

    double mostScroll() {
        return Math.max(0, lanes * lane() + BOTTOM - lanesHeight());
    }

    int firstLane() {
        return Math.max(0, (int) Math.floor(scroll / lane()));
    }

    int lastLane() {
        return Math.min(lanes - 1, (int) Math.floor((scroll + lanesHeight()) / lane()));
    }

    /** The lane at a height: 0 the versions, 1 the first channel; -1 for none. */
    int laneAt(double y) {
        if (y < lanesTop()) {
            return y < RULER ? -1 : 0;
        }
        int lane = (int) Math.floor((y - lanesTop() + scroll) / lane());
        return lane < lanes ? lane + 1 : -1;
    }

    /** The scroll that brings a lane into the picture, as near to the present one as can be. */
    double scrollTo(int lane) {
        double top = lane * lane();
        double least = Math.max(scroll, top + lane() - lanesHeight());
        return Math.clamp(Math.min(top, least), 0, mostScroll());
    }

    private double air() {
        return Math.clamp((height - wanted(lanes)) * 0.35, 0, MOST_AIR);
    }
}
