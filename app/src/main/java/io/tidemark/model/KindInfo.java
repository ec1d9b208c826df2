package io.tidemark.model;

import java.util.List;
import java.util.Set;

/**
 * What a kind tells about itself; command line and wizards render it.
 *
 * @param id stable, for example {@code alpine}
 * @param title name for people
 * @param options what it needs to be told about an upstream
 */
public record KindInfo(String id, Phrase title, Set<Capability> capabilities, List<Option> options) {

    public KindInfo {
        capabilities = Set.copyOf(capabilities);
        options = List.copyOf(options);
    }

    /**
     * One setting of a kind.
     *
     * @param name as written on the command line without dashes, for example {@code branch}
     * @param label short name for people
     * @param help one sentence
     * @param type how it is entered
     * @param required whether it must be given
     * @param choices known values, empty when free
     * @param preset what it is when not given, possibly empty
     */
    public record Option(
            String name,
            Phrase label,
            Phrase help,
            Type type,
            boolean required,
            List<String> choices,
            List<String> preset) {

        public Option {
            choices = List.copyOf(choices);
            preset = List.copyOf(preset);
        }

        /** How an option is entered. */
        public enum Type {
            TEXT,
            LIST,
            FLAG
        }
    }
}
