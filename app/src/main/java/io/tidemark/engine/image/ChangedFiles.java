package io.tidemark.engine.image;

import io.tidemark.engine.Images.ChangedFile;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageTree;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which files inside two images have other sizes, the largest first. */
final class ChangedFiles {

    private static final int MOST = 50;

    private final ImageTree tree;

    ChangedFiles(ImageTree tree) {
        this.tree = tree;
    }

    /** The files that differ most; none where the images do not tell. */
    List<ChangedFile> between(Path old, Path image, JobContext job) throws ProblemException, InterruptedException {
        Map<String, Long> before = tree.contents(old, job);
        Map<String, Long> after = tree.contents(image, job);
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<ChangedFile> changed = new ArrayList<>();
        for (String path : paths) {
            long was = before.getOrDefault(path, -1L);
            long is = after.getOrDefault(path, -1L);
            if (was != is) {
                changed.add(new ChangedFile(path, was, is));
            }
        }
        changed.sort(Comparator.comparingLong(ChangedFiles::weight).reversed());
        return List.copyOf(changed.subList(0, Math.min(MOST, changed.size())));
    }

    private static long weight(ChangedFile file) {
        return Math.max(file.before(), file.after());
    }
}
