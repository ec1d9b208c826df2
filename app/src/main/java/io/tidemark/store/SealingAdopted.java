package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals an adopted version where it stands: every byte is read, no file is touched. What describes it is written beside
 * its record first, and means nothing until the record says that it is sealed.
 */
final class SealingAdopted {

    private final Workbench bench;
    private final JobContext job;

    SealingAdopted(Workbench bench, JobContext job) {
        this.bench = bench;
        this.job = job;
    }

    Version seal(String version, VersionFacts facts, Map<String, String> identities)
            throws ProblemException, InterruptedException {
        VersionRecord before = bench.records.get(version);
        if (before.state() != VersionState.ADOPTED) {
            throw new ProblemException(Problem.of("store.not-adopted", Problem.Category.USAGE, "object", version));
        }
        Read read = read(before);
        SealingRecord.Written written;
        try (Dir dir = bench.home.dir(Layout.VERSIONS + "/" + version)) {
            SealingRecord record = new SealingRecord(bench.home, dir);
            record.file(SealedFacts.FACTS, SealedFacts.facts(facts));
            record.file(SealedFacts.IDENTITIES, SealedFacts.identities(identities));
            written = record.write(read.top, read.lines);
            dir.syncfs();
        }
        bench.ledger.settle();
        job.checkpoint();
        List<Notice> marks = new ArrayList<>(SealedLine.oddNames(read.lines));
        marks.addAll(VersionMarks.of(facts));
        seal(before, written, new ContentFigures(facts), marks);
        return new Inventory(bench.home).version(version);
    }

    private record Read(Stat top, List<SealedLine> lines) {}

    private Read read(VersionRecord record) throws ProblemException, InterruptedException {
        VersionPlace place = new VersionPlace(record.path());
        Optional<Stat> file = place.file(bench.disk, bench.home.root);
        try (Dir top = place.top(bench.disk, bench.home.root)) {
            List<SealedLine> lines = file.isPresent()
                    ? List.of(SealedLine.unread(place.name(), file.get()))
                    : SealedWalk.of(bench.disk, top, job);
            long files = lines.stream().filter(SealedLine::isFile).count();
            job.progress()
                    .phase(
                            "seal",
                            files,
                            lines.stream().mapToLong(l -> l.entry().size()).sum());
            return new Read(top.stat(), SealedLine.all(lines, line -> read(line, top), job));
        }
    }

    private SealedLine read(SealedLine line, Dir top) throws ProblemException, InterruptedException {
        if (!line.isFile()) {
            return line;
        }
        VerifyFile.Read read = VerifyFile.through(bench.disk, top, line.path(), job)
                .filter(r -> r.stat().inode() == line.stat().inode())
                .orElseThrow(() -> SealedWalk.moving(line.path()));
        bench.ledger.note(read.stat());
        job.progress().file();
        return line.with(read.sha256(), read.stat());
    }

    private void seal(VersionRecord before, SealingRecord.Written written, ContentFigures content, List<Notice> found)
            throws ProblemException {
        List<Notice> marks = new ArrayList<>(before.marks());
        marks.removeIf(mark -> mark.phrase().key().equals(Flips.ODD_NAMES));
        marks.addAll(found);
        Optional<Instant> now = Optional.of(bench.clock.instant());
        VersionRecord after = content.of(before.sealed(written, now, marks));
        Step.Replace step = Replacing.record(before, after);
        Map<String, Long> figures = Map.of(
                "files",
                after.files(),
                "bytes",
                after.bytes(),
                "newBytes",
                after.newBytes(),
                "sequence",
                after.sequence());
        Deed deed = Deed.of(Event.SEALED, before.name(), "", figures);
        bench.carryOut(step, List.of(deed), new Replacing(bench.home, step));
    }
}
