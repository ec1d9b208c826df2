package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the bytes that deleting trees together would free: a file counts once, and only if all its names lie in these
 * trees. What reflinks share is not visible in link counts and counts in full.
 */
final class Freed {

    private final Disk disk;
    private final JobContext job;
    private final Map<Inode, Names> shared = new HashMap<>();
    private long bytes;

    private Freed(Disk disk, JobContext job) {
        this.disk = disk;
        this.job = job;
    }

    /** Bytes freed by deleting the trees at these paths below the root. */
    static long by(Home home, List<String> paths, JobContext job) throws ProblemException, InterruptedException {
        Freed freed = new Freed(home.disk, job);
        for (String path : paths) {
            Optional<Stat> file = new VersionPlace(path).file(home.disk, home.root);
            if (file.isPresent()) {
                freed.count(file.get());
            } else {
                freed.walk(home, path);
            }
        }
        return freed.bytes
                + freed.shared.values().stream().mapToLong(Names::freed).sum();
    }

    /** Whether no file of this tree has a name outside it. */
    static boolean alone(Home home, String path, JobContext job) throws ProblemException, InterruptedException {
        Freed freed = new Freed(home.disk, job);
        freed.walk(home, path);
        return freed.shared.values().stream().allMatch(names -> names.met() == names.all());
    }

    private void walk(Home home, String path) throws ProblemException, InterruptedException {
        try (Dir tree = home.disk.open(home.root, path)) {
            walk(tree);
        }
    }

    private void walk(Dir dir) throws ProblemException, InterruptedException {
        job.checkpoint();
        for (DirEntry entry : disk.list(dir)) {
            Stat stat = disk.stat(dir, entry.name()).orElse(null);
            if (stat != null && stat.isDirectory()) {
                try (Dir below = disk.open(dir, entry.name())) {
                    walk(below);
                }
            } else if (stat != null && stat.isFile()) {
                count(stat);
            }
        }
    }

    private void count(Stat stat) {
        if (stat.links() == 1) {
            bytes += stat.size();
        } else {
            shared.merge(new Inode(stat.device(), stat.inode()), new Names(1, stat.links(), stat.size()), Names::and);
        }
    }

    private record Inode(long device, long number) {}

    /** How many of a file's names were met. */
    private record Names(long met, long all, long size) {

        Names and(Names more) {
            return new Names(met + more.met, all, size);
        }

        long freed() {
            return met == all ? size : 0;
        }
    }
}
