package io.tidemark.store;

import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.util.List;

/** Writes what describes a version: its manifest and its inodes. Nothing is durable before the caller's syncfs. */
final class SealingRecord {

    private final Home home;
    private final Dir dir;

    /** Writes into a directory that is to become the version's. */
    SealingRecord(Home home, Dir dir) {
        this.home = home;
        this.dir = dir;
    }

    /** What was written. */
    record Written(String root, long files, long bytes) {}

    /** Writes both from lines in order. */
    Written write(Stat top, List<SealedLine> lines) throws ProblemException {
        Written written = manifest(lines);
        file(LedgerRows.FILE, rows(top, lines).encode());
        return written;
    }

    private Written manifest(List<SealedLine> lines) throws ProblemException {
        home.remove(dir, SealedManifest.FILE);
        OpenFile file = home.disk.create(dir, Disk.raw(SealedManifest.FILE), home.fileMode());
        try {
            ManifestWriter writer = new ManifestWriter(new FileOutput(file, 0));
            try (writer) {
                for (SealedLine line : lines) {
                    writer.add(line.entry());
                }
            }
            return new Written(writer.root(), writer.files(), writer.bytes());
        } catch (StreamProblem e) {
            throw e.problem();
        } catch (IOException e) {
            throw Json.damaged(file.path(), e);
        }
    }

    private static LedgerRows rows(Stat top, List<SealedLine> lines) {
        long count =
                lines.stream().filter(l -> l.entry().type() != Type.SYMLINK).count();
        LedgerRows rows = LedgerRows.unknown(1 + (int) count);
        rows.set(0, top);
        int row = 1;
        for (SealedLine line : lines) {
            if (line.entry().type() != Type.SYMLINK) {
                rows.set(row++, line.stat());
            }
        }
        return rows;
    }

    /** Writes one more file. */
    void file(String name, byte[] content) throws ProblemException {
        home.remove(dir, name);
        try (OpenFile file = home.disk.create(dir, Disk.raw(name), home.fileMode())) {
            file.write(content, 0, content.length, 0);
        }
    }
}
