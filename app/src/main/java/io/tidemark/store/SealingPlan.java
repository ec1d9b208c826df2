package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a version about to be sealed will be known as.
 *
 * @param file the one file of the tree that becomes the version; empty if the whole tree does
 * @param base the version it was made from
 * @param newBytes bytes that it does not have in common with that
 * @param verified when every byte was read last
 */
record SealingPlan(
        String version,
        Optional<String> file,
        Optional<String> base,
        long newBytes,
        Optional<Instant> verified,
        List<Notice> marks) {

    /**
     * The last steps, once tree and record lie in their area: the version's own record, everything durable, the ledger
     * settled, and then the step that makes the version exist.
     */
    Version carryOut(Workbench bench, StagedArea area, SealingRecord.Written written, JobContext job)
            throws ProblemException, InterruptedException {
        VersionRecord record = record(bench, written);
        try (Dir dir = bench.home.dir(area.path() + "/" + StagedArea.RECORD)) {
            new SealingRecord(bench.home, dir).file(Layout.RECORD, Json.write(record));
            dir.syncfs();
        }
        bench.ledger.settle();
        job.checkpoint();
        Step.Seal step = new Step.Seal(version, area.path(), file);
        bench.carryOut(step, List.of(deed(record)), new Sealing(bench, step));
        if (file.isPresent()) {
            renamed(bench, file.get());
        }
        return new Inventory(bench.home).version(version);
    }

    /** Some file systems note it as a change of the file that it was renamed. The end of the session makes it durable. */
    private static void renamed(Workbench bench, String file) throws ProblemException {
        Optional<Stat> stat = bench.disk.stat(bench.home.root, Disk.raw(file));
        stat.ifPresent(bench.ledger::note);
    }

    private VersionRecord record(Workbench bench, SealingRecord.Written written) throws ProblemException {
        return new VersionRecord(
                VersionRecord.FORMAT,
                version,
                file.orElse(version),
                bench.nextSequence(),
                VersionState.SEALED,
                bench.clock.instant(),
                bench.actor,
                written.files(),
                written.bytes(),
                newBytes,
                written.root(),
                base,
                verified,
                marks,
                List.of());
    }

    private static Deed deed(VersionRecord record) {
        Map<String, Long> figures = Map.of(
                "files",
                record.files(),
                "bytes",
                record.bytes(),
                "newBytes",
                record.newBytes(),
                "sequence",
                record.sequence());
        return Deed.of(Event.SEALED, record.name(), "", figures);
    }

    /** A mark that says how much had to be copied although the file system can share; none if nothing was. */
    static List<Notice> copied(long files, long bytes) {
        return files == 0 ? List.of() : List.of(Notice.warning("version.mark.copied", "files", files, "bytes", bytes));
    }

    /** The problem of a staged tree that somebody else changed. */
    static ProblemException changed(String version, String path) {
        Problem problem = Problem.of("store.staged-changed", Problem.Category.REFUSED, "object", version, "path", path);
        return new ProblemException(problem.in(Problem.State.STAGING_KEPT));
    }
}
