package io.tidemark.model;

import java.util.List;
import java.util.Map;

/**
 * What a kind knows of one version beyond its files.
 *
 * @param packages every package the version's indexes list, sorted by section and name
 * @param bootSet what clients boot from
 * @param attributes small facts by name, for example {@code release}, {@code branch}, {@code index.date},
 *     {@code upstream.fingerprint}, {@code key.fingerprints}; {@code not.inspected} names parts that were carried byte for
 *     byte and not looked into; {@code content.files}, {@code content.bytes} and {@code content.new.bytes} say how large a
 *     version is whose one file stands for content elsewhere
 */
public record VersionFacts(List<PackageInfo> packages, List<BootItem> bootSet, Map<String, String> attributes) {

    public VersionFacts {
        packages = List.copyOf(packages);
        bootSet = List.copyOf(bootSet);
        attributes = Map.copyOf(attributes);
    }

    /** Facts of a version of which nothing is known. */
    public static VersionFacts none() {
        return new VersionFacts(List.of(), List.of(), Map.of());
    }
}
