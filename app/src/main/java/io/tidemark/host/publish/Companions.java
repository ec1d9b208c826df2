package io.tidemark.host.publish;

import java.util.List;

/**
 * The file {@code companions.json}: what was brought to a copy beside its versions.
 *
 * @param format version of this format
 */
record Companions(int format, List<FileThere> files) {
    static final int FORMAT = 1;
    static final String FILE = "companions.json";

    Companions {
        files = List.copyOf(files);
    }

    /** Nothing yet. */
    static Companions none() {
        return new Companions(FORMAT, List.of());
    }
}
