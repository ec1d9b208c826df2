package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out which files of a staged version are complete; files of which that is not known are removed. */
final class StagedResume {

    private final Home home;
    private final StagedArea area;
    private final Remover remover;

    StagedResume(Home home, StagedArea area, Remover remover) {
        this.home = home;
        this.area = area;
        this.remover = remover;
    }

    /** Opens the log and fills in what is complete. */
    void run(StagedLog log, Map<String, StagedFile> present) throws ProblemException {
        StagedLog.Content content = log.open();
        List<StagedFile> read = new ArrayList<>();
        try (Dir top = area.tree("")) {
            look(top, "", content, read, present);
        }
        if (!read.isEmpty()) {
            log.add(read);
        }
    }

    private void look(
            Dir dir, String prefix, StagedLog.Content content, List<StagedFile> read, Map<String, StagedFile> present)
            throws ProblemException {
        for (DirEntry entry : home.disk.list(dir)) {
            String path = prefix + entry.text();
            Stat stat = home.disk.stat(dir, entry.name()).orElseThrow(() -> gone(path));
            if (stat.isDirectory()) {
                try (Dir below = home.disk.open(dir, entry.name())) {
                    look(below, path + "/", content, read, present);
                }
            } else if (is(content.files().get(path), stat)) {
                present.put(path, content.files().get(path));
            } else if (is(content.doubtful().get(path), stat)
                    && isIntact(dir, entry, content.doubtful().get(path))) {
                present.put(path, content.doubtful().get(path));
                read.add(content.doubtful().get(path));
            } else if (!stat.isLink()) {
                remover.unlink(dir, entry.name());
            }
        }
    }

    private static boolean is(StagedFile file, Stat stat) {
        return file != null && file.is(stat);
    }

    /** After the machine was restarted the bytes may never have reached the disk. */
    private boolean isIntact(Dir dir, DirEntry entry, StagedFile file) throws ProblemException {
        try {
            return VerifyFile.through(home.disk, dir, entry.name(), new Alone())
                    .filter(found -> found.sha256().equals(file.sha256()))
                    .isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    Problem.of("store.cancelled", Problem.Category.CANCELLED, "object", file.path()), e);
        }
    }

    private ProblemException gone(String path) {
        return new ProblemException(
                Problem.of("store.staged-changed", Problem.Category.REFUSED, "object", area.path(), "path", path));
    }
}
