package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Checks whether versions may be deleted, and deletes them. */
final class Prunes {

    private final Workbench bench;
    private final Home home;

    Prunes(Workbench bench) {
        this.bench = bench;
        this.home = bench.home;
    }

    /** Deletes the versions, or none of them; bytes freed. */
    long prune(List<String> names, JobContext job) throws ProblemException, InterruptedException {
        List<String> versions = List.copyOf(new LinkedHashSet<>(names));
        Inventory inventory = new Inventory(home);
        require(inventory, versions);
        if (versions.isEmpty()) {
            return 0;
        }
        List<String> paths = new ArrayList<>();
        List<Deed> deeds = new ArrayList<>();
        for (String version : versions) {
            paths.add(inventory.path(version));
            long alone = Freed.by(home, List.copyOf(paths), job) - sum(deeds);
            deeds.add(Deed.of(Event.PRUNED, version, "", Map.of("bytes", alone)));
        }
        job.checkpoint();
        Step.Prune step = new Step.Prune(versions, paths);
        bench.carryOut(step, deeds, new Pruning(home, step, bench.remover()));
        return sum(deeds);
    }

    private void require(Inventory inventory, List<String> names) throws ProblemException {
        List<Version> versions = inventory.versions();
        Retention retention =
                new Retention(inventory.channels(), bench.journal.read(), versions, new SeriesList(home).read());
        for (String name : names) {
            Version version = inventory.version(name);
            if (version.state() == VersionState.STAGED) {
                throw new ProblemException(Problem.of("prune.staged", Problem.Category.USAGE, "object", name));
            }
            retention.require(version);
        }
    }

    private static long sum(List<Deed> deeds) {
        return deeds.stream().mapToLong(d -> d.figures().get("bytes")).sum();
    }
}
