package io.tidemark.ui.deltas;

/** What the matrix draws in a colour of its own. Steps go from small deltas to large ones. */
enum Tint {
    STEP_0,
    STEP_1,
    STEP_2,
    STEP_3,
    STEP_4,
    STEP_5,
    ON_LOW,
    ON_HIGH,
    BACKGROUND,
    BORDER,
    HATCH,
    FOREGROUND,
    MUTED,
    FRAME,
    ACCENT,
    DANGER;

    /** How many steps there are. */
    static final int STEPS = 6;

    /** A delta of this share of the whole image or more is as good as the image. */
    static final double MOST = 0.6;

    private static final int FIRST_HIGH = 4;

    /** The colour of a cell that costs a share of the whole image. */
    static Tint of(double share) {
        int step = (int) (Math.max(0, share) / MOST * STEPS);
        return values()[Math.min(STEPS - 1, step)];
    }

    /** What letters on it are drawn in. */
    Tint letters() {
        return ordinal() < FIRST_HIGH ? ON_LOW : ordinal() < STEPS ? ON_HIGH : FOREGROUND;
    }
}
