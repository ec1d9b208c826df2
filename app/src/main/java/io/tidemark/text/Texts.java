package io.tidemark.text;

import io.tidemark.model.Extension;
import io.tidemark.model.Failure;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of one language. Immutable, safe for all threads.
 *
 * <p>A text may hold {@code {name}} and {@code {name:format}}: see {@link Template}.
 */
public final class Texts {

    /** The bundles of the program itself, then those that its extensions bring. */
    public static final List<String> BUNDLES = Stream.concat(
                    Stream.of(
                            "io.tidemark.text.common",
                            "io.tidemark.text.recipe",
                            "io.tidemark.text.store",
                            "io.tidemark.text.source",
                            "io.tidemark.text.delta",
                            "io.tidemark.text.host",
                            "io.tidemark.text.provision",
                            "io.tidemark.text.engine",
                            "io.tidemark.text.publish",
                            "io.tidemark.text.remote",
                            "io.tidemark.text.cli",
                            "io.tidemark.text.ui",
                            "io.tidemark.text.wizard"),
                    ServiceLoader.load(Extension.class).stream()
                            .map(extension -> extension.get().messages())
                            .distinct())
            .toList();

    private final Map<String, String> texts = new HashMap<>();
    private final Formats formats;

    /** The texts of a language; English stands in where it is neither English nor French. */
    public Texts(Locale locale) {
        this(locale, Clock.systemUTC(), ZoneId.systemDefault());
    }

    /** The same with a clock for ages and a zone for times. */
    public Texts(Locale locale, Clock clock, ZoneId zone) {
        this(locale, clock, zone, BUNDLES);
    }

    /** The same from other bundles than the program's own. */
    public Texts(Locale locale, Clock clock, ZoneId zone, List<String> bundles) {
        Locale spoken = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ROOT;
        this.formats = new Formats(spoken.equals(Locale.ROOT) ? Locale.ENGLISH : Locale.FRENCH, clock, zone);
        ResourceBundle.Control rootOnly =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (String name : bundles) {
            ResourceBundle bundle = bundle(name, spoken, rootOnly);
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
    }

    /** The language spoken: English or French. */
    public Locale locale() {
        return formats.locale();
    }

    /** How numbers, sizes and times are written. */
    public Formats formats() {
        return formats;
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The keys that begin with a prefix. */
    public Set<String> keys(String prefix) {
        return texts.keySet().stream().filter(key -> key.startsWith(prefix)).collect(Collectors.toUnmodifiableSet());
    }

    /** A text with alternating names and values. A missing key shows itself, so that nothing is hidden. */
    public String get(String key, Object... namesAndValues) {
        return say(Phrase.of(key, namesAndValues));
    }

    /** A phrase in words. */
    public String say(Phrase phrase) {
        String text = texts.get(phrase.key());
        return text == null ? phrase.key() + " " + phrase.args() : Template.fill(text, said(phrase.args()), formats);
    }

    /** Values that are phrases themselves are said first: see {@link Phrase#within}. */
    private Map<String, String> said(Map<String, String> args) {
        if (args.values().stream().noneMatch(this::isPhrase)) {
            return args;
        }
        Map<String, String> said = new HashMap<>(args);
        args.forEach((name, value) -> {
            if (isPhrase(value)) {
                said.put(name, say(new Phrase(value.substring(1), below(name + ".", args))));
            }
        });
        return said;
    }

    private boolean isPhrase(String value) {
        return value.startsWith("@") && texts.containsKey(value.substring(1));
    }

    private static Map<String, String> below(String prefix, Map<String, String> args) {
        Map<String, String> inner = new HashMap<>();
        args.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                inner.put(name.substring(prefix.length()), value);
            }
        });
        return inner;
    }

    /** What failed and why. */
    public String what(Problem problem) {
        return say(new Phrase("problem." + problem.code(), problem.args()));
    }

    /** What the state is now. */
    public String state(Problem problem) {
        return get("state." + problem.state());
    }

    /** What to do next. */
    public String next(Problem problem) {
        return say(new Phrase("problem." + problem.code() + ".next", problem.args()));
    }

    /** The reason that a line of a journal gives: in a person's words, or how an operation failed in this language. */
    public String reason(JournalEntry entry) {
        return Failure.of(entry).map(this::failed).orElse(entry.reason());
    }

    /** Without its values a sentence says nothing; the operation alone does. */
    private String failed(Failure failure) {
        String key = "operation." + failure.operation();
        String operation = texts.getOrDefault(key, failure.operation());
        return failure.args().isEmpty() || !texts.containsKey("problem." + failure.code())
                ? operation
                : get("journal.failure", "operation", operation, "what", what(failure));
    }

    private String what(Failure failure) {
        return say(new Phrase("problem." + failure.code(), failure.args()));
    }

    private static ResourceBundle bundle(String name, Locale spoken, ResourceBundle.Control control) {
        if (Texts.class.getModule().isNamed()) {
            return ResourceBundle.getBundle(name, spoken, Texts.class.getModule());
        }
        return ResourceBundle.getBundle(name, spoken, Texts.class.getClassLoader(), control);
    }
}
