package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Seals a staged version: looks at its whole tree, describes it, and puts it into place. */
final class SealingStaged {

    private final Workbench bench;
    private final StagedVersion staged;
    private final JobContext job;
    private final Map<String, StagedFile> files;
    private final Map<String, StagedFile> expected;
    private final List<SealedLine> lines = new ArrayList<>();

    SealingStaged(Workbench bench, StagedVersion staged, JobContext job) {
        this.bench = bench;
        this.staged = staged;
        this.job = job;
        this.files = staged.files();
        this.expected = new HashMap<>(files);
    }

    /** Seals the tree, or the one file of it. */
    Version seal(VersionFacts facts, Optional<String> file) throws ProblemException, InterruptedException {
        job.progress().phase("seal", files.size(), -1);
        staged.area().withoutScratch(bench.remover());
        SealingRecord.Written written = describe(facts);
        return plan(facts, file).carryOut(bench, staged.area(), written, job);
    }

    private SealingRecord.Written describe(VersionFacts facts) throws ProblemException, InterruptedException {
        Home home = bench.home;
        try (Dir area = staged.area().open();
                Dir top = staged.area().tree("")) {
            look(top, "");
            if (!expected.isEmpty()) {
                throw SealingPlan.changed(
                        staged.version(), expected.keySet().iterator().next());
            }
            lines.sort(SealedLine.ORDER);
            home.ensure(area, StagedArea.RECORD);
            try (Dir dir = bench.disk.open(area, StagedArea.RECORD)) {
                SealingRecord record = new SealingRecord(home, dir);
                record.file(SealedFacts.FACTS, SealedFacts.facts(facts));
                record.file(SealedFacts.IDENTITIES, SealedFacts.identities(staged.present()));
                return record.write(top.stat(), lines);
            }
        }
    }

    private void look(Dir dir, String prefix) throws ProblemException, InterruptedException {
        job.checkpoint();
        for (DirEntry entry : bench.disk.list(dir)) {
            String path = prefix + entry.text();
            Stat stat = bench.disk.stat(dir, entry.name()).orElseThrow(() -> changed(path));
            lines.add(new SealedLine(Disk.raw(path), entry(dir, entry, path, stat), stat));
            if (stat.isDirectory()) {
                try (Dir below = bench.disk.open(dir, entry.name())) {
                    look(below, path + "/");
                }
            }
        }
    }

    private ManifestEntry entry(Dir dir, DirEntry entry, String path, Stat stat)
            throws ProblemException, InterruptedException {
        EntryPath at = EntryPath.of(path);
        if (stat.isDirectory()) {
            return new ManifestEntry(at, Type.DIRECTORY, stat.permissions(), 0, "", "");
        }
        if (stat.isLink()) {
            byte[] target = bench.disk.readlink(dir, entry.name()).orElseThrow(() -> changed(path));
            return new ManifestEntry(
                    at,
                    Type.SYMLINK,
                    ManifestFormat.LINK_MODE,
                    0,
                    "",
                    EntryPath.ofBytes(target).text());
        }
        StagedFile file = expected.remove(path);
        if (file == null || !file.is(stat)) {
            throw changed(path);
        }
        settle(dir, entry, file, stat);
        job.progress().file();
        return new ManifestEntry(at, Type.FILE, stat.permissions(), stat.size(), file.sha256(), "");
    }

    /** A file that has its inode in common with a sealed version may have been changed through that one. */
    private void settle(Dir dir, DirEntry entry, StagedFile file, Stat stat)
            throws ProblemException, InterruptedException {
        boolean doubtful = file.linked() && bench.ledger.time(stat.inode()) != stat.ctime();
        if (doubtful) {
            boolean intact = VerifyFile.through(bench.disk, dir, entry.name(), job)
                    .filter(read -> read.sha256().equals(file.sha256()))
                    .isPresent();
            if (!intact) {
                bench.ledger.unlink(dir, entry.name());
                throw changed(file.path());
            }
        }
        bench.ledger.note(stat);
    }

    private SealingPlan plan(VersionFacts facts, Optional<String> single) {
        Map<String, Long> shared = new HashMap<>();
        long fresh = 0;
        Set<Long> counted = new HashSet<>();
        for (StagedFile file : files.values()) {
            if (file.from().isEmpty()) {
                fresh += counted.add(file.inode()) ? file.size() : 0;
            } else {
                shared.merge(file.from(), 1L, Long::sum);
            }
        }
        Optional<String> base = shared.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        long copiedFiles = staged.sources().stream()
                .mapToLong(s -> s.placer.copiedFiles.sum())
                .sum();
        long copiedBytes = staged.sources().stream()
                .mapToLong(s -> s.placer.copiedBytes.sum())
                .sum();
        Optional<Instant> verified = shared.isEmpty() ? Optional.of(bench.clock.instant()) : Optional.empty();
        List<Notice> marks = new ArrayList<>(SealingPlan.copied(copiedFiles, copiedBytes));
        marks.addAll(VersionMarks.of(facts));
        return new SealingPlan(staged.version(), single, base, fresh, verified, marks);
    }

    private ProblemException changed(String path) {
        return SealingPlan.changed(staged.version(), path);
    }
}
