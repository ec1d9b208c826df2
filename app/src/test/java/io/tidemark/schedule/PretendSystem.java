package io.tidemark.schedule;

import java.nio.file.Path;

/** Another machine's cron tables, in a directory, for tests of the whole program. */
public final class PretendSystem {

    private PretendSystem() {}

    /** Finds writers among the tables below {@code root} and among no running programs. */
    public static ForeignWriters at(Path root) {
        return new ForeignWriters(new SystemPlaces(root, root.resolve("home"), "", 1));
    }
}
