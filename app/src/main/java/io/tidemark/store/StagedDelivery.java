package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a program brought for a staged version, beside its tree. */
record StagedDelivery(StagedVersion version, Disk disk) implements Staging.Delivery {

    private static final String PLACE = "delivered";

    /** Makes the directory unless it is there. */
    static StagedDelivery open(StagedVersion version, Home home) throws ProblemException {
        try (Dir area = version.area().open()) {
            home.ensure(area, PLACE);
        }
        return new StagedDelivery(version, home.disk);
    }

    @Override
    public Path place() {
        return version.area().treePath().resolveSibling(PLACE);
    }

    @Override
    public List<String> retain(Set<String> paths, String parts) throws ProblemException {
        List<String> gone = new ArrayList<>();
        try (Dir top = directory("")) {
            new Sifting(paths, parts, gone).sift(top, "");
        }
        return gone;
    }

    @Override
    public void take(String delivered, String path, String identity, Staging.Reading reading)
            throws ProblemException, InterruptedException {
        StagedNames.path(path);
        byte[] name = Disk.raw(StagedArea.name(StagedNames.path(delivered)));
        try (Dir from = directory(StagedArea.directory(delivered))) {
            Stat before = stat(from, name, delivered);
            String sha256 = reading.sha256(place().resolve(delivered));
            if (!same(before, stat(from, name, delivered))) {
                throw SealedWalk.moving(Disk.raw(path));
            }
            readOnly(from, name, before);
            version.move(from, name, path, identity, sha256);
        }
    }

    /** Whether nobody wrote meanwhile. Another name of the same file may have been taken: that moves its change time. */
    private static boolean same(Stat before, Stat after) {
        return before.inode() == after.inode() && before.size() == after.size() && before.mtime() == after.mtime();
    }

    private void readOnly(Dir from, byte[] name, Stat stat) throws ProblemException {
        if (stat.permissions() != StagedPlace.MODE) {
            try (OpenFile file = disk.read(from, name)) {
                file.chmod(StagedPlace.MODE);
            }
        }
    }

    private Dir directory(String below) throws ProblemException {
        String top = version.area().path() + "/" + PLACE;
        return version.area().home().dir(below.isEmpty() ? top : top + "/" + below);
    }

    private Stat stat(Dir dir, byte[] name, String path) throws ProblemException {
        return disk.stat(dir, name)
                .filter(Stat::isFile)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("store.odd-file", Problem.Category.REFUSED, "object", path, "path", path)));
    }

    /** Goes through the place, follows no link, and removes what nobody wants. */
    private final class Sifting {
        private final Set<String> paths;
        private final String parts;
        private final List<String> gone;

        Sifting(Set<String> paths, String parts, List<String> gone) {
            this.paths = paths;
            this.parts = parts;
            this.gone = gone;
        }

        void sift(Dir dir, String prefix) throws ProblemException {
            for (DirEntry entry : disk.list(dir)) {
                Stat stat = disk.stat(dir, entry.name()).orElse(null);
                String path = prefix + entry.text();
                if (stat != null && stat.isDirectory()) {
                    below(dir, entry, path);
                } else if (stat != null && !(stat.isFile() && isWanted(path))) {
                    disk.unlink(dir, entry.name());
                    gone.add(EntryPath.of(path).text());
                }
            }
        }

        /** Directories are made again where they are needed. */
        private void below(Dir dir, DirEntry entry, String path) throws ProblemException {
            boolean empty;
            try (Dir below = disk.open(dir, entry.name())) {
                sift(below, path + "/");
                empty = disk.list(below).isEmpty();
            }
            if (empty) {
                disk.rmdir(dir, entry.name());
            }
        }

        private boolean isWanted(String path) {
            return paths.contains(path) || inParts(path);
        }

        /** A part of a file that is wanted still. */
        private boolean inParts(String path) {
            String directory = StagedArea.directory(path);
            if (parts.isEmpty() || !StagedArea.name(directory).equals(parts)) {
                return false;
            }
            String above = StagedArea.directory(directory);
            return paths.contains((above.isEmpty() ? "" : above + "/") + StagedArea.name(path));
        }
    }
}
