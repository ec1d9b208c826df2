package io.tidemark.store;

import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Shuts versions away that were changed behind our back, and lets them out when every byte was found right. */
final class Quarantine {

    /** Paths that the record names; more are only counted. */
    private static final int NAMED = 100;

    private final Workbench bench;

    Quarantine(Workbench bench) {
        this.bench = bench;
    }

    /** Shuts a version away. */
    void shut(String version, List<String> paths) throws ProblemException {
        VersionRecord before = bench.records.get(version);
        VersionRecord after = before.quarantined(paths.stream().limit(NAMED).toList());
        String first = paths.isEmpty() ? "" : paths.getFirst();
        Map<String, Long> figures = Map.of("paths", (long) paths.size());
        change(before, after, Deed.of(Event.QUARANTINED, version, first, figures));
    }

    /** Notes that every byte of a version was read and found right. */
    void verified(String version, Instant time, Map<String, Long> figures) throws ProblemException {
        VersionRecord before = bench.records.get(version);
        change(before, before.verifiedAt(time), Deed.of(Event.VERIFIED, version, "", figures));
    }

    private void change(VersionRecord before, VersionRecord after, Deed deed) throws ProblemException {
        Step.Replace step = Replacing.record(before, after);
        bench.carryOut(step, List.of(deed), new Replacing(bench.home, step));
    }
}
