package io.tidemark.engine.image;

import io.tidemark.engine.repository.Opened;
import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageTree;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Path path(String id) throws ProblemException {
        return repository.store().tree(id);
    }

    /** The file name of the delta of a pair. */
    String deltaFile(ImagePair pair) {
        String path = tree.deltaPath(name(pair.from()), name(pair.to()));
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

    /** Images that a series lost by a rollback and that clients may still have. */
    Set<String> left(String channel) throws ProblemException {
        return ChannelHistory.of(repository.store().journal(), channel).left();
    }

    /** The channel of a series, if it exists. */
    Optional<Channel> channel(String name) throws ProblemException {
        return repository.findChannel(name);
    }

    /** What every URL in the documents begins with. */
    String base() throws ProblemException {
        String base = repository.config().upstream().one("base-url", "");
        if (base.isEmpty()) {
            throw new ProblemException(
                    Problem.of("image.base-url", Problem.Category.USAGE, "object", repository.name()));
        }
        return base;
    }
}
