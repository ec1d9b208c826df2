package io.tidemark.engine.image;

import io.tidemark.engine.Images.ChangedFile;
import io.tidemark.engine.Images.Contents;
import io.tidemark.engine.Images.Told;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageLayout;
import io.tidemark.kind.ImageTree;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which files inside two images differ: by their new bytes where places are known, else by their sizes. */
final class ChangedFiles {

    private static final int MOST = 200;

    private final ImageTree tree;
    private final Path old;
    private final Optional<OwnerMap> owners;
    private final Map<String, Long> after;

    /** Reads which file lies where in the new image. */
    ChangedFiles(ImageTree tree, Path old, Path image, JobContext job) throws ProblemException, InterruptedException {
        this.tree = tree;
        this.old = old;
        Optional<ImageLayout> layout = tree.layout(image, job);
        owners = layout.map(OwnerMap::new);
        after = layout.isPresent() ? layout.get().sizes() : tree.contents(image, job);
    }

    /** Is to be told of what is new. */
    void fresh(long from, long length) {
        owners.ifPresent(map -> map.run(from, length));
    }

    /** The files, once everything new was told. */
    Contents contents(long cell, int cells, JobContext job) throws ProblemException, InterruptedException {
        Map<String, Long> before = before(job);
        if (owners.isEmpty()) {
            boolean some = !before.isEmpty() || !after.isEmpty();
            return new Contents(some ? Told.SIZES : Told.NOTHING, List.of(), largest(before, Map.of()));
        }
        List<ChangedFile> files = largest(before, owners.get().parts(cell));
        return new Contents(Told.PLACES, owners.get().owners(cell, cells), files);
    }

    private Map<String, Long> before(JobContext job) throws ProblemException, InterruptedException {
        Optional<ImageLayout> layout = owners.isPresent() ? tree.layout(old, job) : Optional.empty();
        return layout.isPresent() ? layout.get().sizes() : tree.contents(old, job);
    }

    private List<ChangedFile> largest(Map<String, Long> before, Map<String, OwnerMap.Part> parts) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<ChangedFile> changed = new ArrayList<>();
        for (String path : paths) {
            ChangedFile file = file(path, before, parts.get(path));
            if (file.before() != file.after() || file.fresh() > 0) {
                changed.add(file);
            }
        }
        changed.sort(Comparator.comparingLong(this::weight).reversed().thenComparing(ChangedFile::path));
        return List.copyOf(changed.subList(0, Math.min(MOST, changed.size())));
    }

    private ChangedFile file(String path, Map<String, Long> before, OwnerMap.Part part) {
        long was = before.getOrDefault(path, -1L);
        long is = after.getOrDefault(path, -1L);
        return part == null
                ? new ChangedFile(path, was, is)
                : new ChangedFile(path, was, is, Math.round(part.fresh()), Math.round(part.stored()), part.spans());
    }

    /** New bytes where places are known: of a file that went clients fetch nothing. */
    private long weight(ChangedFile file) {
        return owners.isPresent() ? Math.max(0, file.fresh()) : Math.max(file.before(), file.after());
    }
}
