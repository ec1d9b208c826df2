package io.tidemark.model;

import java.util.List;
import java.util.Map;

/**
 * Where new content comes from.
 *
 * @param url root of the upstream ({@code http:}, {@code https:}, {@code file:}); empty when there is none
 * @param options what the kind needs to be told, by option name; lists for repeated values
 */
public record Upstream(String url, Map<String, List<String>> options) {

    public Upstream {
        options = Map.copyOf(options);
    }

    /** No upstream: versions come from snapshots only. */
    public static Upstream none() {
        return new Upstream("", Map.of());
    }

    /** The values of an option, empty when it was not given. */
    public List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** The first value of an option, or the given one. */
    public String one(String option, String otherwise) {
        List<String> values = all(option);
        return values.isEmpty() ? otherwise : values.getFirst();
    }
}
