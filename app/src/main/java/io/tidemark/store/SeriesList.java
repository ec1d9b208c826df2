package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which versions each series has, oldest first: {@code series.json}. Reading is for everybody. */
final class SeriesList {

    private static final int LARGEST = 1 << 24;

    private final Home home;

    SeriesList(Home home) {
        this.home = home;
    }

    /** The file. */
    record Saved(int format, Map<String, List<String>> series) {

        static final int FORMAT = 1;

        Saved {
            series = new TreeMap<>(series);
        }
    }

    /** Versions by series; none where there never was any. */
    Map<String, List<String>> read() throws ProblemException {
        Optional<String> text = text();
        return text.isEmpty()
                ? Map.of()
                : Json.read(
                                text.get().getBytes(StandardCharsets.UTF_8),
                                Saved.class,
                                Saved.FORMAT,
                                home.own.path(Disk.raw(Layout.SERIES)))
                        .series();
    }

    /** The file itself; empty if there is none. */
    Optional<String> text() throws ProblemException {
        return home.read(home.own, Layout.SERIES, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The file for these series. */
    static String encode(Map<String, List<String>> series) {
        return new String(Json.write(new Saved(Saved.FORMAT, series)), StandardCharsets.UTF_8);
    }

    /** Writes the file, or removes it; durable on return. For the holder of the lock. */
    void write(Optional<String> text) throws ProblemException {
        if (text.isPresent()) {
            home.replace(home.own, Layout.SERIES, text.get().getBytes(StandardCharsets.UTF_8));
        } else {
            home.remove(home.own, Layout.SERIES);
            home.own.fsync();
        }
    }
}
