package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Set;

/** Removes what a staged version is no longer to have. */
final class StagedCleaning {

    private final Home home;
    private final Remover remover;
    private final Set<String> kept;

    StagedCleaning(Home home, Remover remover, Set<String> kept) {
        this.home = home;
        this.remover = remover;
        this.kept = kept;
    }

    void run(StagedArea area) throws ProblemException {
        try (Dir top = area.tree("")) {
            clean(top, "");
        }
    }

    /** Whether anything is left in the directory. */
    private boolean clean(Dir dir, String prefix) throws ProblemException {
        boolean left = false;
        for (DirEntry entry : home.disk.list(dir)) {
            String path = prefix + entry.text();
            boolean directory =
                    home.disk.stat(dir, entry.name()).filter(Stat::isDirectory).isPresent();
            left |= directory ? cleanBelow(dir, entry, path) : cleanFile(dir, entry, path);
        }
        return left;
    }

    private boolean cleanBelow(Dir dir, DirEntry entry, String path) throws ProblemException {
        boolean left;
        try (Dir below = home.disk.open(dir, entry.name())) {
            left = clean(below, path + "/") || kept.contains(path);
        }
        if (!left) {
            home.disk.rmdir(dir, entry.name());
        }
        return left;
    }

    private boolean cleanFile(Dir dir, DirEntry entry, String path) throws ProblemException {
        boolean keep = kept.contains(path);
        if (!keep) {
            remover.unlink(dir, entry.name());
        }
        return keep;
    }
}
