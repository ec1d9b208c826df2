package io.tidemark.kind;

import io.tidemark.model.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * What a working tree of the original procedure says of the images to publish: one document of series for each release of
 * the distribution, and settings for make. Works on texts; reading and writing files is left to the caller. Stateless and
 * safe for all threads.
 */
public interface ImageSettings {

    /** Where the settings for make are, below the working tree. */
    String defaultsPath();

    /** Where the series of a release are, below the working tree. */
    String seriesPath(String suite);

    /**
     * Reads the series of one release, in any form that was ever in use.
     *
     * @param where what to call the document when it is refused
     * @throws ProblemException {@code puavo.config}, naming the place
     */
    List<ImageSeries> readSeries(String where, byte[] document) throws ProblemException;

    /** The document of one release in the newest form, for people to read: one image a line. */
    byte[] writeSeries(List<ImageSeries> series);

    /**
     * The series that images make by custom, oldest image first, by release. File names that are none of images are passed
     * over.
     */
    SortedMap<String, List<ImageSeries>> byCustom(Collection<String> files);

    /**
     * What the settings for make say; what they leave open is as the original has it.
     *
     * @param where what to call the text when it is refused
     * @throws ProblemException {@code puavo.defaults} if a line is more than a plain assignment
     */
    Defaults readDefaults(String where, String text) throws ProblemException;

    /**
     * Settings for make that say all of it.
     *
     * @throws ProblemException {@code puavo.make} if make would misread a value
     */
    String writeDefaults(Defaults defaults) throws ProblemException;

    /**
     * Settings for make.
     *
     * @param images directory that holds the images
     * @param base what every published URL begins with
     * @param mirror directory of the published tree
     * @param suite release of the distribution, which chooses the document of the series
     */
    record Defaults(String images, String base, String mirror, String suite) {}
}
