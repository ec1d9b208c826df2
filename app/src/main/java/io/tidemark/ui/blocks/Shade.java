package io.tidemark.ui.blocks;

/** What the block map draws in a colour of its own: from what is the same to what is all new. */
enum Shade {
    SAME,
    STEP_1,
    STEP_2,
    STEP_3,
    STEP_4,
    BACKGROUND,
    FOREGROUND,
    ACCENT;

    private static final int STEPS = 4;
    private static final int ALL = 1000;

    /** The colour of a cell of which so many thousandths are new. */
    static Shade of(int permille) {
        return permille <= 0 ? SAME : values()[1 + Math.min(STEPS - 1, permille * STEPS / (ALL + 1))];
    }
}
