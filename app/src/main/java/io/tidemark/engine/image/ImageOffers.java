package io.tidemark.engine.image;

import io.tidemark.delta.Metalink;
import io.tidemark.delta.ZsyncWriter;
import io.tidemark.engine.delta.FreshFile;
import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
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
import java.util.stream.Stream;

/**
 * Control files of zsync beside each image, where a repository wants them. They are made once, for an image never changes;
 * what lies beside images that are gone is found here, too.
 */
final class ImageOffers {

    private static final String ZSYNC = ".zsync";

    private final ImageNow now;

    ImageOffers(ImageNow now) {
        this.now = now;
    }

    /** Whether any image of a series lacks one. */
    boolean isMissing(Map<String, List<String>> series) {
        return !missing(series).isEmpty();
    }

    /** Those beside images that are not here any more. */
    List<String> orphans(Set<String> coming) throws ProblemException {
        Path root = now.root();
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
    List<Placement> make(Map<String, List<String>> series, Path products, JobContext job)
            throws ProblemException, InterruptedException {
        List<Placement> placements = new ArrayList<>();
        for (String image : missing(series)) {
            Path product = products.resolve(image + ZSYNC);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(product))) {
                Path file = now.root().resolve(image);
                new ZsyncWriter(job)
                        .write(file, image, Files.getLastModifiedTime(file).toInstant(), out);
            } catch (IOException failed) {
                throw FreshFile.unwritable(product, failed);
            }
            placements.add(new Placement(image + ZSYNC, image + ZSYNC));
        }
        return placements;
    }

    private Set<String> missing(Map<String, List<String>> series) {
        Set<String> missing = new LinkedHashSet<>();
        if (now.wants("zsync")) {
            series.values().stream()
                    .flatMap(List::stream)
                    .map(image -> now.name(image).file())
                    .filter(file -> !Files.exists(now.root().resolve(file + ZSYNC)))
                    .forEach(missing::add);
        }
        return missing;
    }
}
