package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything in a tree that no manifest describes yet: as entries without digests, in the order of manifests. */
final class SealedWalk {

    /** Deeper than any tree that people keep. */
    private static final int DEEPEST = 2000;

    private final Disk disk;
    private final JobContext job;
    private final List<SealedLine> lines = new ArrayList<>();

    private SealedWalk(Disk disk, JobContext job) {
        this.disk = disk;
        this.job = job;
    }

    /**
     * Walks a tree.
     *
     * @throws ProblemException {@code store.odd-file} if it has devices, sockets or pipes
     */
    static List<SealedLine> of(Disk disk, Dir top, JobContext job) throws ProblemException, InterruptedException {
        SealedWalk walk = new SealedWalk(disk, job);
        walk.look(top, new byte[0], 0);
        walk.lines.sort(SealedLine.ORDER);
        return walk.lines;
    }

    private void look(Dir dir, byte[] prefix, int depth) throws ProblemException, InterruptedException {
        job.checkpoint();
        for (DirEntry entry : disk.list(dir)) {
            byte[] path = join(prefix, entry.name());
            if (depth > DEEPEST || path.length > ManifestFormat.LONGEST_PATH) {
                throw refuse("store.too-deep", path);
            }
            Stat stat = disk.stat(dir, entry.name()).orElseThrow(() -> moving(path));
            lines.add(new SealedLine(path, entry(dir, entry, path, stat), stat));
            if (stat.isDirectory()) {
                try (Dir below = disk.open(dir, entry.name())) {
                    look(below, path, depth + 1);
                }
            }
        }
    }

    private ManifestEntry entry(Dir dir, DirEntry name, byte[] path, Stat stat) throws ProblemException {
        EntryPath at = EntryPath.ofBytes(path);
        if (stat.isFile()) {
            return new ManifestEntry(at, Type.FILE, stat.permissions(), stat.size(), "", "");
        }
        if (stat.isDirectory()) {
            return new ManifestEntry(at, Type.DIRECTORY, stat.permissions(), 0, "", "");
        }
        if (!stat.isLink()) {
            throw refuse("store.odd-file", path);
        }
        byte[] target = disk.readlink(dir, name.name()).orElseThrow(() -> moving(path));
        String text = EntryPath.ofBytes(target).text();
        return new ManifestEntry(at, Type.SYMLINK, ManifestFormat.LINK_MODE, 0, "", text);
    }

    private static byte[] join(byte[] prefix, byte[] name) {
        if (prefix.length == 0) {
            return name;
        }
        byte[] path = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        path[prefix.length] = '/';
        System.arraycopy(name, 0, path, prefix.length + 1, name.length);
        return path;
    }

    /** Somebody else writes into the tree while it is read. */
    static ProblemException moving(byte[] path) {
        return refuse("store.moving", path);
    }

    private static ProblemException refuse(String code, byte[] path) {
        String text = EntryPath.ofBytes(path).text();
        return new ProblemException(Problem.of(code, Problem.Category.REFUSED, "object", text, "path", text));
    }
}
