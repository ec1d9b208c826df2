package io.tidemark.engine.image;

import io.tidemark.delta.Metalink;
import io.tidemark.delta.ZsyncWriter;
import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import io.tidemark.store.Publication.Placement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files beside each image for clients of other kinds, where a repository wants them: control files of zsync, metalinks. */
final class ImageOffers {

    private static final String ZSYNC = ".zsync";
    private static final String ON = "true";

    private final ImageNow now;
    private final List<String> suffixes = new ArrayList<>();

    ImageOffers(ImageNow now) {
        this.now = now;
        Upstream options = now.repository().config().upstream();
        if (options.one("zsync", "").equals(ON)) {
            suffixes.add(ZSYNC);
        }
        if (options.one("metalink", "").equals(ON)) {
            suffixes.add(Metalink.SUFFIX);
        }
    }

    /** Whether any image of a series lacks one. */
    boolean isMissing(Map<String, List<String>> series) {
        return !missing(series).isEmpty();
    }

    /** Those beside images that are not here any more. */
    List<String> orphans(Set<String> coming) throws ProblemException {
        Path root = now.repository().store().root();
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> isOrphan(file, coming))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            Problem problem = Problem.of("plan.unreadable", Problem.Category.STORAGE, "object", root);
            throw new ProblemException(problem.with(unreadable.toString()), unreadable);
        }
    }

    private boolean isOrphan(String file, Set<String> coming) {
        return Stream.of(ZSYNC, Metalink.SUFFIX)
                .filter(file::endsWith)
                .flatMap(suffix -> now.tree().name(file.substring(0, file.length() - suffix.length())).stream())
                .anyMatch(name -> !now.names().containsKey(name.id()) && !coming.contains(name.id()));
    }

    /** Makes those that are missing, among the products. */
    List<Placement> make(
            Map<String, List<String>> series, Map<String, ImageFacts> images, Path products, JobContext job)
            throws ProblemException, InterruptedException {
        List<Placement> placements = new ArrayList<>();
        for (String path : missing(series)) {
            Path product = products.resolve(path);
            try {
                Files.deleteIfExists(product);
                write(path, product, images, job);
                product.toFile().setReadable(true, false);
            } catch (IOException failed) {
                throw new ProblemException(
                        Problem.of("file.write", Problem.Category.STORAGE, "object", product, "cause", failed), failed);
            }
            placements.add(new Placement(path, path));
        }
        return placements;
    }

    private void write(String path, Path product, Map<String, ImageFacts> images, JobContext job)
            throws ProblemException, IOException, InterruptedException {
        Path root = now.repository().store().root();
        if (path.endsWith(ZSYNC)) {
            Path image = root.resolve(path.substring(0, path.length() - ZSYNC.length()));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(product))) {
                new ZsyncWriter(job)
                        .write(
                                image,
                                image.getFileName().toString(),
                                Files.getLastModifiedTime(image).toInstant(),
                                out);
            }
        } else {
            String file = path.substring(0, path.length() - Metalink.SUFFIX.length());
            ImageFacts facts = images.get(now.tree().name(file).orElseThrow().id());
            TreeMap<String, String> hashes = new TreeMap<>(Map.of(
                    "sha-256", facts.sums().sha256(), "sha-512", facts.sums().sha512()));
            Metalink metalink = new Metalink(file, facts.sums().size(), hashes, List.of(now.base() + "/" + file));
            Files.write(product, metalink.document());
        }
    }

    private Set<String> missing(Map<String, List<String>> series) {
        Path root = now.repository().store().root();
        Set<String> missing = new LinkedHashSet<>();
        for (List<String> members : series.values()) {
            for (String image : members) {
                for (String suffix : suffixes) {
                    String path = now.name(image).file() + suffix;
                    if (!Files.exists(root.resolve(path))) {
                        missing.add(path);
                    }
                }
            }
        }
        return missing;
    }
}
