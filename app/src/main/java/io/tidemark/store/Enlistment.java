package io.tidemark.store;

import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Checks whether what another program wrote can be a version, and enters it. */
final class Enlistment {

    private final Workbench bench;

    Enlistment(Workbench bench) {
        this.bench = bench;
    }

    /** Enters the file at a path below the repository. */
    Version enlist(String version, String path) throws ProblemException {
        Names.requireVersion(version);
        if (new Inventory(bench.home).versions().stream().anyMatch(v -> v.name().equals(version))) {
            throw new ProblemException(Problem.of("store.version-exists", Problem.Category.USAGE, "object", version));
        }
        String place = Path.of(path).normalize().toString();
        if (place.isEmpty() || place.startsWith("..") || place.startsWith("/") || place.startsWith(Layout.OWN)) {
            throw new ProblemException(Problem.of("store.version-place", Problem.Category.USAGE, "object", path));
        }
        Stat file = new VersionPlace(place)
                .file(bench.disk, bench.home.root)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("store.version-place", Problem.Category.USAGE, "object", path)));
        Instant created = Instant.ofEpochSecond(0, file.mtime());
        VersionRecord record = VersionRecord.adopted(version, place, bench.nextSequence(), bench.actor, created);
        Step.Enlist step = new Step.Enlist(record);
        Deed deed = Deed.of(Event.ADOPTED, version, "", Map.of("sequence", record.sequence()));
        bench.carryOut(step, List.of(deed), new Enlisting(bench.home, step));
        return new Inventory(bench.home).version(version);
    }
}
