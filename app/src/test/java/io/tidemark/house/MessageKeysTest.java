package io.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.text.Texts;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, is asked for somewhere, and every text asked for exists. */
class MessageKeysTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9-]+)*\\.?)\"");
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:text|texts\\(\\)\\.get|Phrase\\.of)\\(\\s*\"([a-z][\\w.-]*\\w)\"\\s*[,)]");
    private static final Pattern PROBLEM = Pattern.compile("\\bProblem\\.of\\(\\s*\"([a-z][\\w.-]*\\w)\"\\s*,");
    private static final Pattern LOOSE_SIGN = Pattern.compile("\\S [:;?!»]|« ");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");

    private static String sources;
    private static Set<String> literals;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            StringBuilder all = new StringBuilder();
            for (Path file : java) {
                all.append(Files.readString(file)).append('\n');
            }
            sources = all.toString();
        }
        literals =
                LITERAL.matcher(sources).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        for (String bundle : Texts.BUNDLES) {
            assertEquals(english(bundle).stringPropertyNames(), french(bundle).stringPropertyNames(), bundle);
        }
    }

    @Test
    void frenchSignsNeverBeginALine() throws IOException {
        for (String bundle : Texts.BUNDLES) {
            Properties french = french(bundle);
            List<String> loose = french.stringPropertyNames().stream()
                    .filter(key -> LOOSE_SIGN.matcher(french.getProperty(key)).find())
                    .toList();
            assertEquals(List.of(), loose, bundle + ": a no-break space belongs before : ; ? ! » and after «");
        }
    }

    @Test
    void bothLanguagesFillInTheSame() throws IOException {
        for (String bundle : Texts.BUNDLES) {
            Properties french = french(bundle);
            english(bundle)
                    .forEach((key, text) -> assertEquals(
                            placeholders((String) text), placeholders(french.getProperty((String) key)), (String) key));
        }
    }

    @Test
    void everyTextIsAskedFor() throws IOException {
        assertEquals(
                Set.of(), keys().stream().filter(key -> !asked(key)).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyTextAskedForExists() throws IOException {
        Set<String> known = keys();
        Set<String> missing = ASKED.matcher(sources)
                .results()
                .map(found -> found.group(1))
                .filter(key -> !known.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyProblemSaysWhatFailedAndWhatToDoNext() throws IOException {
        Set<String> known = keys();
        Set<String> missing = PROBLEM.matcher(sources)
                .results()
                .map(found -> "problem." + found.group(1))
                .flatMap(key -> Stream.of(key, key + ".next"))
                .filter(key -> !known.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
    }

    @Test
    void noKeyIsDefinedTwice() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (String bundle : Texts.BUNDLES) {
            for (String key : english(bundle).stringPropertyNames()) {
                assertTrue(seen.add(key), key + " of " + bundle);
            }
        }
    }

    /** Asked for as a whole, or put together from a beginning that stands in the sources and an end that is data. */
    private static boolean asked(String key) {
        String whole = key.endsWith(".next") ? key.substring(0, key.length() - ".next".length()) : key;
        String code = whole.replaceFirst("^problem\\.", "");
        return literals.contains(key) || literals.contains(code) || begun(key) || begun(code);
    }

    private static boolean begun(String key) {
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            String start = key.substring(0, dot + 1);
            if (!start.equals("problem.") && literals.contains(start)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : Texts.BUNDLES) {
            keys.addAll(english(bundle).stringPropertyNames());
        }
        return keys;
    }

    private static Set<String> placeholders(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties english(String bundle) throws IOException {
        return load(bundle, "");
    }

    private static Properties french(String bundle) throws IOException {
        return load(bundle, "_fr");
    }

    private static Properties load(String bundle, String suffix) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(RESOURCES.resolve(bundle.replace('.', '/') + suffix + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
