package io.tidemark.kind.ostree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What rpm-ostree composes a tree of (its documentation, {@code treefile.md}).
 *
 * @param values by key, as JSON or YAML have them: maps, lists, texts, numbers, truth values
 */
record Treefile(Map<String, Object> values) {

    static final String REF = "ref";
    static final String PACKAGES = "packages";

    Treefile {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The ref that the tree is committed to, possibly empty. */
    String ref() {
        return values.get(REF) instanceof String ref ? ref : "";
    }

    /** All packages that it names, for every architecture, sorted; several may stand in one text. */
    List<String> packages() {
        TreeSet<String> names = new TreeSet<>();
        values.forEach((key, value) -> {
            if (isPackages(key)) {
                names.addAll(words(value));
            }
        });
        return List.copyOf(names);
    }

    static boolean isPackages(String key) {
        return key.equals(PACKAGES) || key.startsWith(PACKAGES + "-") || key.equals("bootstrap_packages");
    }

    /** The words of a list of texts; one in single quotes is a word as a whole ({@code 'podman >= 4.1'}). What is no text has none. */
    static List<String> words(Object value) {
        List<String> words = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof String text && !text.isBlank()) {
                    words.addAll(split(text.strip()));
                }
            }
        }
        return words;
    }

    private static List<String> split(String text) {
        boolean whole = text.length() > 2 && text.startsWith("'") && text.endsWith("'");
        return whole ? List.of(text.substring(1, text.length() - 1)) : List.of(text.split("\\s+"));
    }
}
