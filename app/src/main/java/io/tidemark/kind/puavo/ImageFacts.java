package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageName;
import io.tidemark.model.VersionFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Small facts that a version of this kind carries. */
final class ImageFacts {

    static final String SERIES = "image.series";
    static final String VERSION = "image.version";
    static final String TIME = "image.time";
    static final String SIZE = "image.size";
    static final String MADE = "image.made";
    static final String COMPRESSION = "image.compression";
    static final String PROBE = "probe.path";
    static final String FINGERPRINT = "upstream.fingerprint";

    private ImageFacts() {}

    /** Facts of an image. */
    static Map<String, String> of(ImageName image, long size) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("release", image.id());
        facts.put(SERIES, ImageNames.series(image));
        facts.put(VERSION, image.version());
        facts.put(TIME, ImageNames.instant(image).toString());
        facts.put(SIZE, Long.toString(size));
        facts.put(PROBE, image.file());
        return facts;
    }

    static VersionFacts facts(Map<String, String> attributes) {
        return new VersionFacts(List.of(), List.of(), attributes);
    }

    static Optional<String> text(VersionFacts facts, String name) {
        return Optional.ofNullable(facts.attributes().get(name));
    }
}
