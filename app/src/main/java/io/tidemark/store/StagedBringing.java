package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/** Takes files that lie elsewhere into a staged version: as one more name, else as a clone, else as a copy. */
record StagedBringing(Workbench bench, StagedArea area, JobContext job) {

    /** Brings one file and reads it once. */
    StagedFile bring(String path, Path source, String identity, Staging.Reading reading)
            throws ProblemException, InterruptedException {
        area.directories(StagedArea.directory(path));
        try (Dir parent = area.tree(StagedArea.directory(path))) {
            byte[] name = Disk.raw(StagedArea.name(path));
            link(source, parent, name);
            Stat before = stat(parent, name, path);
            String sha256 = reading.sha256(area.treePath().resolve(path));
            if (!stat(parent, name, path).equals(before)) {
                throw SealedWalk.moving(Disk.raw(path));
            }
            return StagedFile.fetched(path, identity, sha256, before);
        }
    }

    private void link(Path source, Dir parent, byte[] name) throws ProblemException, InterruptedException {
        try (Dir from = bench.disk.open(source.toAbsolutePath().getParent())) {
            byte[] original = Disk.raw(source.getFileName().toString());
            try {
                bench.disk.link(from, original, parent, name);
            } catch (ProblemException e) {
                if (!SharingWays.cannotLink(e)) {
                    throw e;
                }
                copy(from, original, parent, name);
            }
        }
    }

    private void copy(Dir from, byte[] original, Dir parent, byte[] name)
            throws ProblemException, InterruptedException {
        try (OpenFile read = bench.disk.read(from, original);
                OpenFile made = bench.disk.create(parent, name, StagedPlace.MODE)) {
            if (!made.cloneOf(read)) {
                SharingPlacer.copy(read, made, job);
            }
            made.utime(read.stat().mtime());
        }
    }

    private Stat stat(Dir dir, byte[] name, String path) throws ProblemException {
        Optional<Stat> stat = bench.disk.stat(dir, name).filter(Stat::isFile);
        return stat.orElseThrow(() -> new ProblemException(
                Problem.of("store.odd-file", Problem.Category.REFUSED, "object", path, "path", path)));
    }
}
