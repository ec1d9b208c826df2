package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.HashSet;
import java.util.Set;

/** Adds up what a commit takes in its repository, each object once, however often it is named. Used once. */
final class TreeSize {

    private static final int MOST = 8_000_000;

    private final Objects objects;
    private final JobContext job;
    private final Set<Checksum> files = new HashSet<>();
    private final Set<Checksum> trees = new HashSet<>();
    private long bytes;

    TreeSize(Objects objects, JobContext job) {
        this.objects = objects;
        this.job = job;
    }

    /**
     * What a commit takes.
     *
     * @param files different file objects
     * @param directories different directories
     * @param bytes of the file objects as they are stored
     */
    record Total(long files, long directories, long bytes) {}

    /** Everything below one directory. */
    Total of(Checksum tree) throws ProblemException, InterruptedException {
        add(tree, 0);
        return new Total(files.size(), trees.size(), bytes);
    }

    /** Bytes of the file objects that one directory has and another has not. */
    long beyond(Checksum before, Checksum tree) throws ProblemException, InterruptedException {
        add(before, 0);
        long known = bytes;
        add(tree, 0);
        return bytes - known;
    }

    private void add(Checksum tree, int depth) throws ProblemException, InterruptedException {
        job.checkpoint();
        if (!trees.add(tree)) {
            return;
        } else if (depth > TreeComparison.DEEPEST || files.size() + trees.size() > MOST) {
            throw Problems.bounds(objects.repository(), String.valueOf(MOST));
        }
        DirTree content = objects.tree(tree);
        for (DirTree.Entry file : content.files()) {
            if (files.add(file.object())) {
                bytes += objects.stored(file.object());
            }
        }
        for (DirTree.Entry each : content.directories()) {
            add(each.object(), depth + 1);
        }
    }
}
