package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageSeries;
import io.tidemark.kind.ImageSettings;
import io.tidemark.model.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The working tree of puavo-os: {@code config/images/<suite>.json}, a suite being a release of Debian, and {@code defaults.mk}. */
final class PuavoSettings implements ImageSettings {

    @Override
    public String defaultsPath() {
        return "defaults.mk";
    }

    @Override
    public String seriesPath(String suite) {
        return "config/images/" + suite + ".json";
    }

    @Override
    public List<ImageSeries> readSeries(String where, byte[] document) throws ProblemException {
        return new SeriesConfig(where).read(document);
    }

    @Override
    public byte[] writeSeries(List<ImageSeries> series) {
        return SeriesConfig.write(series);
    }

    @Override
    public Defaults readDefaults(String where, String text) throws ProblemException {
        return MakeDefaults.read(where, text);
    }

    @Override
    public String writeDefaults(Defaults defaults) throws ProblemException {
        return MakeDefaults.write(defaults);
    }

    @Override
    public SortedMap<String, List<ImageSeries>> byCustom(Collection<String> files) {
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

    /** The last word before the stamp. */
    private static String suite(ImageName image) {
        return image.prefix().substring(image.prefix().lastIndexOf('-') + 1);
    }

    private static ImageSeries series(String name, Collection<ImageName> images) {
        return new ImageSeries(name, images.stream().map(ImageName::file).toList(), Map.of());
    }
}
