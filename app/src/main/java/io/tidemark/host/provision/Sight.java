package io.tidemark.host.provision;

import io.tidemark.model.Phrase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen of one thing on a host. All of it is the host's word.
 *
 * @param facts by name, as the host's programs print them
 * @param text of a file, or what a program said
 */
record Sight(Map<String, String> facts, Optional<String> text) {

    private static final int LONGEST_NUMBER = 12;

    Sight {
        facts = Map.copyOf(facts);
    }

    /** A fact, empty if nothing was said. */
    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    boolean there() {
        return fact("state").equals("there");
    }

    /** Whether it is there, or may be there, and may not be read. */
    boolean denied() {
        return fact("state").equals("denied") || there() && isFile() && text.isEmpty();
    }

    boolean isLink() {
        return fact("type").equals("symbolic link");
    }

    boolean isDirectory() {
        return fact("type").equals("directory");
    }

    private boolean isFile() {
        return fact("type").startsWith("regular");
    }

    /** Where a link leads. */
    String target() {
        try {
            return new String(Base64.getDecoder().decode(fact("target")), StandardCharsets.UTF_8).stripTrailing();
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    /** Permission bits; -1 if it does not say. */
    int mode() {
        String mode = fact("mode");
        return mode.matches("[0-7]{1,5}") ? Integer.parseInt(mode, 8) : -1;
    }

    /** When it was changed last, and by whom it is owned. */
    Phrase changed() {
        String seconds = fact("mtime");
        long when = seconds.matches("[0-9]{1," + LONGEST_NUMBER + "}") ? Long.parseLong(seconds) : 0;
        return Phrase.of("drift.changed", "when", Instant.ofEpochSecond(when), "owner", fact("owner"));
    }
}
