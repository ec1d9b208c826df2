package io.tidemark.model;

/**
 * One package that differs between two versions.
 *
 * @param kind what happened to it
 * @param section where it stands, for example {@code main/x86_64}
 * @param name package name
 * @param before version before, empty when added
 * @param after version after, empty when removed
 * @param sizeDelta bytes after minus bytes before
 * @param role what it does at boot; {@link BootRole#NONE} for most
 */
public record PackageChange(
        Kind kind, String section, String name, String before, String after, long sizeDelta, BootRole role) {

    /** What happened to a package. */
    public enum Kind {
        UPGRADED,
        DOWNGRADED,
        /** Same version, other bytes. */
        REBUILT,
        ADDED,
        REMOVED
    }

    /** Whether the change touches what clients boot from. */
    public boolean bootCritical() {
        return role != BootRole.NONE;
    }
}
