package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.repository.Opened;
import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageTree;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An image repository as it is.
 *
 * @param names complete versions that are images, oldest first by stamp
 * @param series versions by series, oldest first
 * @param deltas deltas that were made, by file name
 */
public record ImageNow(
        Opened repository,
        ImageTree tree,
        Map<String, ImageName> names,
        Map<String, List<String>> series,
        Map<String, DeltaFacts> deltas) {

    private static final String SUFFIX = ".img";

    /** Reads it. */
    public static ImageNow of(Opened repository) throws ProblemException {
        ImageTree tree = repository
                .kind()
                .images()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "image.kind",
                        Problem.Category.USAGE,
                        "object",
                        repository.name(),
                        "kind",
                        repository.config().kind())));
        List<ImageName> names = new ArrayList<>();
        for (Version version : repository.store().versions()) {
            if (version.state() != VersionState.STAGED) {
                tree.name(version.name() + SUFFIX).ifPresent(names::add);
            }
        }
        names.sort(Comparator.comparing(ImageName::version).thenComparing(ImageName::id));
        Map<String, ImageName> byId = new LinkedHashMap<>();
        names.forEach(name -> byId.put(name.id(), name));
        return new ImageNow(
                repository, tree, byId, repository.store().series(), new ImageLibrary(repository.store()).deltas());
    }

    /** Where an image lies. */
    Path path(String id) {
        return root().resolve(name(id).file());
    }

    /** The tree that clients see. */
    Path root() {
        return repository.store().root();
    }

    /** Sizes in bytes of the deltas that are there. */
    Map<DeltaPair, Long> existing() {
        Map<DeltaPair, Long> existing = new LinkedHashMap<>();
        deltas.values().stream()
                .filter(DeltaFacts::kept)
                .forEach(d ->
                        existing.put(new DeltaPair(d.from(), d.to()), d.sums().size()));
        return existing;
    }

    /** Where the delta of a pair is published, relative to the tree. */
    String deltaPath(DeltaPair pair) {
        return tree.deltaPath(name(pair.from()), name(pair.to()));
    }

    /** The file name of the delta of a pair. */
    String deltaFile(DeltaPair pair) {
        String path = deltaPath(pair);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    ImageName name(String id) {
        ImageName known = names.get(id);
        return known != null ? known : tree.name(id + SUFFIX).orElseThrow();
    }

    /** Sizes in bytes of the deltas that start from one of these images or lead to one. */
    public List<Long> deltasOf(List<String> images) {
        return deltas.values().stream()
                .filter(DeltaFacts::kept)
                .filter(delta -> images.contains(delta.from()) || images.contains(delta.to()))
                .map(delta -> delta.sums().size())
                .toList();
    }

    /** Images by series that it lost by rollbacks and that clients may still have. */
    Map<String, Set<String>> left() throws ProblemException {
        List<JournalEntry> journal = repository.store().journal();
        Map<String, Set<String>> left = new HashMap<>();
        for (String name : series.keySet()) {
            left.put(name, ChannelHistory.of(journal, name).left());
        }
        return left;
    }

    /** Whether a setting of the repository is switched on. */
    boolean wants(String option) {
        return repository.config().upstream().one(option, "").equals("true");
    }

    /** What every URL in the documents begins with. */
    String base() {
        return repository.config().upstream().one("base-url", "");
    }

    /** Nothing can be published without an address. */
    void requireBase() throws ProblemException {
        if (base().isEmpty()) {
            throw new ProblemException(
                    Problem.of("image.base-url", Problem.Category.USAGE, "object", repository.name()));
        }
    }
}
