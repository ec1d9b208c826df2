package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Names;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a sealed version from another one. Built below {@code tmp/}, so that a crash leaves nothing of it. */
final class Snapshot {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private static final Set<String> INHERITED = Set.of(Flips.ODD_NAMES, VersionMarks.NOT_INSPECTED);

    private final Workbench bench;
    private final String to;
    private final JobContext job;

    Snapshot(Workbench bench, String to, JobContext job) {
        this.bench = bench;
        this.to = to;
        this.job = job;
    }

    /** What was built: how the version is described, and what it will be known as. */
    record Built(SealingRecord.Written written, SealingPlan plan) {}

    /** Makes it from a sealed or adopted version. */
    Version of(String from) throws ProblemException, InterruptedException {
        requireFree(Names.requireVersion(to));
        VersionRecord source = bench.records.get(from);
        StagedArea area = StagedArea.temporary(bench.home, to);
        try {
            area.make();
            Built built = source.state() == VersionState.ADOPTED
                    ? new SnapshotAdopted(bench, area, job).build(source, to)
                    : new SnapshotSealed(bench, area, job).build(source, to);
            return built.plan.carryOut(bench, area, built.written, job);
        } finally {
            clear(area);
        }
    }

    private void requireFree(String name) throws ProblemException {
        boolean known = bench.records.find(name).isPresent()
                || StagedArea.staged(bench.home, name).exists();
        if (known) {
            throw new ProblemException(Problem.of("store.version-exists", Problem.Category.USAGE, "object", name));
        }
        if (bench.disk.stat(bench.home.root, Disk.raw(name)).isPresent()) {
            throw new ProblemException(Problem.of("store.version-exists", Problem.Category.USAGE, "object", name));
        }
    }

    /** What is left of a failed attempt goes away now, or with the next recovery. */
    private void clear(StagedArea area) {
        try {
            new Sealing(bench, new Step.Seal(to, area.path(), Optional.empty())).tidy();
            bench.ledger.settle();
        } catch (ProblemException e) {
            LOG.warn("{} stays until the next start: {}", area.path(), e.getMessage());
        }
    }

    /** The marks of a version that its snapshots have too. */
    static List<Notice> inherited(VersionRecord source, List<Notice> more) {
        List<Notice> marks = new ArrayList<>(more);
        source.marks().stream()
                .filter(mark -> INHERITED.contains(mark.phrase().key()))
                .forEach(marks::add);
        return marks;
    }
}
