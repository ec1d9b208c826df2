package io.tidemark.ui.part;

/** The colour of a version, the same on every lane, chip and table. Five rotate; unsealed versions have none. */
public enum Hue {
    SLATE,
    TEAL,
    ROSE,
    BLUE,
    VIOLET,
    NONE;

    private static final int ROTATING = 5;

    /** The hue of the sealed or adopted version with this sequence number; staged versions (0) have none. */
    public static Hue of(long sequence) {
        return sequence <= 0 ? NONE : values()[(int) ((sequence - 1) % ROTATING)];
    }

    /** The style class. */
    public String style() {
        return "hue-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
