package io.tidemark.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence as data: the key of a text and the values put into it. The engine speaks in phrases so that window and
 * command line can say the same thing in the reader's language.
 *
 * @param key dotted key into the message bundles, for example {@code plan.reason.unchanged}
 * @param args values by name; numbers and times are written canonically (decimal, ISO-8601) and formatted by the text
 */
public record Phrase(String key, Map<String, String> args) {

    public Phrase {
        args = Map.copyOf(args);
    }

    /** A phrase from alternating names and values; values are turned into text with {@link String#valueOf}. */
    public static Phrase of(String key, Object... namesAndValues) {
        return new Phrase(key, args(namesAndValues));
    }

    /**
     * This phrase as values of another one: {@code name} stands for the whole sentence, its own values follow under names
     * that begin with {@code name.}; the texts say it first and then put it in.
     */
    public Map<String, String> within(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(name, "@" + key);
        args.forEach((inner, value) -> values.put(name + "." + inner, value));
        return values;
    }

    /** Alternating names and values as a map. */
    static Map<String, String> args(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values come in pairs");
        }
        Map<String, String> args = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            args.put((String) namesAndValues[i], String.valueOf(namesAndValues[i + 1]));
        }
        return args;
    }
}
