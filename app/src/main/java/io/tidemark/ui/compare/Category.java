package io.tidemark.ui.compare;

import io.tidemark.model.PackageChange;

/** What a package row is filed under; each row stands under exactly one, so that the counts add up. */
public enum Category {
    BOOT,
    UPGRADED,
    DOWNGRADED,
    REBUILT,
    ADDED,
    REMOVED;

    /** Boot-critical first, whatever happened to it; else what happened. */
    static Category of(PackageChange change) {
        if (change.bootCritical()) {
            return BOOT;
        }
        return switch (change.kind()) {
            case UPGRADED -> UPGRADED;
            case DOWNGRADED -> DOWNGRADED;
            case REBUILT -> REBUILT;
            case ADDED -> ADDED;
            case REMOVED -> REMOVED;
        };
    }
}
