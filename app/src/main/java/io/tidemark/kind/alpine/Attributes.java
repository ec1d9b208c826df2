package io.tidemark.kind.alpine;

import io.tidemark.model.VersionFacts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Names of the small facts that versions of this kind carry, and how they are read. */
final class Attributes {

    static final String RELEASE = "release";
    static final String BRANCH = "branch";
    static final String INDEX_DATE = "index.date";
    static final String KEY_FINGERPRINTS = "key.fingerprints";
    static final String KEY_NAMES = "key.names";
    static final String KEY_ALGORITHM = "key.algorithm";
    static final String FINGERPRINT = "upstream.fingerprint";
    static final String PROBE = "probe.path";
    static final String GRACE = "grace.files";
    static final String NOT_INSPECTED = "not.inspected";
    static final String DAMAGED = "damaged";
    /** Prefix: where a section lies below the version, when that is not its name. */
    static final String PLACE = "place.";

    private Attributes() {}

    static String text(VersionFacts facts, String name) {
        return facts.attributes().getOrDefault(name, "");
    }

    /** Values of a list, sorted. */
    static Set<String> list(VersionFacts facts, String name) {
        String text = text(facts, name);
        return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(",")));
    }

    static String list(Collection<String> values) {
        return String.join(",", new TreeSet<>(values));
    }

    static Optional<Instant> time(VersionFacts facts, String name) {
        try {
            return Optional.of(Instant.parse(text(facts, name)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
