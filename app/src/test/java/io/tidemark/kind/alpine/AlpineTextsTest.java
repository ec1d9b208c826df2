package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every phrase that this kind says can be said in both languages, with nothing left over. */
class AlpineTextsTest {

    private static final Path CODE = Path.of("src/main/java/io/tidemark/kind/alpine");
    private static final Pattern KEY =
            Pattern.compile("\"((?:kind|gate|notice|advice)\\.alpine[a-z.]*|alpine\\.[a-z]+\\.[a-z]+)\"");

    @Test
    void everyKeyInTheCodeHasItsTextsAndEveryTextItsCode() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String key : keysInCode()) {
            boolean problem = key.startsWith("alpine.");
            expected.addAll(problem ? List.of("problem." + key, "problem." + key + ".next") : List.of(key));
        }
        assertEquals(expected, new TreeSet<>(bundle("messages.properties").stringPropertyNames()));
        assertEquals(expected, new TreeSet<>(bundle("messages_fr.properties").stringPropertyNames()));
    }

    @Test
    void bothLanguagesPutInTheSameValues() throws IOException {
        Properties english = bundle("messages.properties");
        Properties french = bundle("messages_fr.properties");
        for (String key : english.stringPropertyNames()) {
            assertEquals(values(english.getProperty(key)), values(french.getProperty(key)), key);
        }
    }

    @Test
    void gatesAndNoticesReadWell() {
        Gate gate = new Gate(
                "stale",
                false,
                Phrase.of("gate.alpine.stale", "date", Instant.parse("2022-04-04T00:00:00Z"), "limit", 7),
                java.util.Optional.empty());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Texts texts = new Texts(locale);
            assertFalse(texts.say(gate.phrase()).contains("{"));
            assertFalse(texts.say(Notice.info("notice.alpine.grace", "files", 3).phrase())
                    .contains("{"));
        }
    }

    private static Set<String> keysInCode() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(CODE)) {
            for (Path file : files.toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }

    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\{([a-z]+)[:}]").matcher(text);
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        values.sort(null);
        return values;
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/io/tidemark/kind/alpine", name))) {
            properties.load(reader);
        }
        return properties;
    }
}
