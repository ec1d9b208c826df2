package io.tidemark.cli;

import io.tidemark.model.KindInfo;
import io.tidemark.model.Upstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that kinds declare as data, added to a command and collected from it. */
final class UpstreamOptions {

    private final Map<String, OptionSpec> added = new LinkedHashMap<>();

    /** Adds an option for each name that some kind declares and the command does not have itself. */
    void addTo(CommandSpec spec, List<KindInfo> kinds, Face face) {
        for (KindInfo kind : kinds) {
            for (KindInfo.Option option : kind.options()) {
                if (spec.findOption("--" + option.name()) == null) {
                    OptionSpec made = option(option, face);
                    spec.addOption(made);
                    added.put(option.name(), made);
                }
            }
        }
    }

    /** The upstream at a URL with what was given; options not given keep their old values. */
    Upstream over(Upstream old, String url) {
        Map<String, List<String>> options = new HashMap<>(old.options());
        added.forEach((name, option) -> {
            List<String> values = values(option.getValue());
            if (!values.isEmpty()) {
                options.put(name, values);
            }
        });
        return new Upstream(url == null ? old.url() : placed(url), options);
    }

    /** A directory stays the same wherever the program is called from later; {@code user@host:path} is none. */
    private static String placed(String url) {
        boolean path = !url.isBlank() && !url.matches("(?i)[a-z][a-z0-9+.-]*:.*|[^/]*@[^/]*:.*");
        return path ? Places.absolute(url) : url;
    }

    private static OptionSpec option(KindInfo.Option option, Face face) {
        OptionSpec.Builder spec = OptionSpec.builder("--" + option.name())
                .descriptionKey(option.help().key())
                .description(face.texts().say(option.help()).replace("%", "%%"));
        String label = option.name().toUpperCase(Locale.ROOT);
        return switch (option.type()) {
            case FLAG -> spec.type(boolean.class).arity("0").build();
            case TEXT -> spec.type(String.class).arity("1").paramLabel(label).build();
            case LIST ->
                spec.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .splitRegex(",")
                        .paramLabel(label)
                        .build();
        };
    }

    private static List<String> values(Object value) {
        return switch (value) {
            case null -> List.of();
            case Boolean flag -> flag ? List.of("true") : List.of();
            case List<?> list -> {
                List<String> values = new ArrayList<>();
                list.forEach(item -> values.add(String.valueOf(item).strip()));
                yield List.copyOf(values);
            }
            case Object text -> List.of(String.valueOf(text));
        };
    }
}
