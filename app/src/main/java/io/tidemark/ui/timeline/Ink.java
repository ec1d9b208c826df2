package io.tidemark.ui.timeline;

import io.tidemark.ui.part.Hue;

/** What is drawn in a colour of its own. The hues come in threes: fill, border, text. */
enum Ink {
    SLATE_FILL,
    SLATE_BORDER,
    SLATE_TEXT,
    TEAL_FILL,
    TEAL_BORDER,
    TEAL_TEXT,
    ROSE_FILL,
    ROSE_BORDER,
    ROSE_TEXT,
    BLUE_FILL,
    BLUE_BORDER,
    BLUE_TEXT,
    VIOLET_FILL,
    VIOLET_BORDER,
    VIOLET_TEXT,
    NONE_FILL,
    NONE_BORDER,
    NONE_TEXT,
    BACKGROUND,
    FOREGROUND,
    MUTED,
    GRID,
    AFTER_TODAY,
    TODAY,
    TODAY_TEXT,
    ACCENT,
    ROW,
    HOLD_FILL,
    HOLD_TEXT,
    DANGER,
    ON_DANGER;

    /** The colour of a hue: 0 fill, 1 border, 2 text. */
    static Ink of(Hue hue, int part) {
        return values()[hue.ordinal() * 3 + part];
    }
}
