package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageSeries;
import io.tidemark.model.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a working tree of puavo-os says of the images to publish: {@code config/images/<suite>.json}, one document for each
 * release of Debian, and {@code defaults.mk}. Works on texts; reading and writing files is left to the caller.
 */
public final class PuavoConfiguration {

    /** Where the settings of make are, below the working tree. */
    public static final String DEFAULTS = "defaults.mk";

    private PuavoConfiguration() {}

    /** Where the series of a release are, below the working tree. */
    public static String path(String suite) {
        return "config/images/" + suite + ".json";
    }

    /**
     * Reads the series of one release, in the old form (arrays of file names) or the new one (objects).
     *
     * @param where what to call the document when it is refused
     * @throws ProblemException {@code puavo.config}, naming the place
     */
    public static List<ImageSeries> read(String where, byte[] document) throws ProblemException {
        return new SeriesConfig(where).read(document);
    }

    /** The document of one release in the new form, for people to read: one image a line. */
    public static byte[] write(List<ImageSeries> series) {
        return SeriesConfig.write(series);
    }

    /**
     * The series that images make by custom, oldest image first, by release: the last word before the stamp. File names that
     * are none of images are passed over.
     */
    public static SortedMap<String, List<ImageSeries>> byCustom(Collection<String> files) {
        SortedMap<String, SortedMap<String, SortedSet<ImageName>>> suites = new TreeMap<>();
        files.stream()
                .flatMap(file -> ImageNames.image(file).stream())
                .forEach(image -> suites.computeIfAbsent(suite(image), name -> new TreeMap<>())
                        .computeIfAbsent(ImageNames.series(image), name -> new TreeSet<>(ImageNames.BY_AGE))
                        .add(image));
        SortedMap<String, List<ImageSeries>> all = new TreeMap<>();
        suites.forEach((suite, series) -> all.put(
                suite,
                series.entrySet().stream()
                        .map(each -> series(each.getKey(), each.getValue()))
                        .toList()));
        return all;
    }

    private static String suite(ImageName image) {
        return image.prefix().substring(image.prefix().lastIndexOf('-') + 1);
    }

    private static ImageSeries series(String name, Collection<ImageName> images) {
        return new ImageSeries(name, images.stream().map(ImageName::file).toList(), Map.of());
    }
}
