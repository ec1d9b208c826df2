package io.tidemark.kind;

import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How a kind whose versions are images of one file each names them, joins them by deltas and publishes them in one flat
 * tree. Stateless and safe for all threads; writes nothing.
 */
public interface ImageTree {

    /** What a file name says; empty if it names no image of this kind. */
    Optional<ImageName> name(String file);

    /** The series to which an image belongs by custom. */
    String seriesOf(ImageName image);

    /** Where the delta from one image to another is published, relative to the tree. */
    String deltaPath(ImageName from, ImageName to);

    /** Where the document of a series is published, relative to the tree. */
    String seriesPath(String series);

    /**
     * Everything that is published beside images and deltas, in the order in which it is to be replaced: content by path
     * relative to the tree.
     *
     * @param base what every URL begins with
     */
    SequencedMap<String, byte[]> documents(List<PublishedSeries> series, String base);

    /**
     * Reads the document of one series, ours or another repository's.
     *
     * @param where what to call it when it is refused
     * @throws ProblemException {@code puavo.meta} if it is not what its clients would accept
     */
    List<PublishedSeries> read(String where, byte[] document) throws ProblemException;

    /** The series that are published in a tree; none where nothing is published yet. */
    List<PublishedSeries> published(Path tree) throws ProblemException;

    /** An image of another repository as it is to be fetched: what arrives has to have the promised digest. */
    WantedFile wanted(ImageName name, ImageSums promised);

    /** Reads size and sums of a file, once, with up to two threads; reports bytes as progress. */
    ImageSums sums(Path file, JobContext job) throws ProblemException, InterruptedException;

    /** The settings of the original procedure, where there is one. */
    default Optional<ImageSettings> settings() {
        return Optional.empty();
    }

    /** Sizes in bytes of the files inside an image by path, none where it does not tell. */
    default Map<String, Long> contents(Path image, JobContext job) throws ProblemException, InterruptedException {
        return Map.of();
    }

    /** Which bytes of an image hold which files; empty where it does not tell, or in a way that is not read here. */
    default Optional<ImageLayout> layout(Path image, JobContext job) throws ProblemException, InterruptedException {
        return Optional.empty();
    }

    /** What an image says about its own configuration. */
    Definitions definitions(Path image, JobContext job) throws InterruptedException;

    /**
     * What an image says about its own configuration.
     *
     * @param json one JSON object, compact; an empty one where the image could not be read
     * @param notice why it is empty, if it should not be
     */
    record Definitions(String json, Optional<Notice> notice) {}
}
