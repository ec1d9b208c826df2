package io.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How large files may grow and what they may be called. */
class StyleTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final int LONGEST = 400;
    private static final Pattern VAGUE = Pattern.compile("(Manager|Helper|Utils?|Impl|Abstract)");
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TODO|FIXME|XXX)\\b|new UnsupportedOperationException|@Disabled");

    private static List<Path> sources(Path root, Predicate<Path> chosen) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(chosen)
                    .sorted()
                    .toList();
        }
    }

    private static void none(Predicate<Path> wrong, Path... roots) throws IOException {
        for (Path root : roots) {
            assertEquals(List.of(), sources(root, wrong));
        }
    }

    @Test
    void noFileIsLongerThanAReaderBears() throws IOException {
        none(file -> text(file).lines().count() > LONGEST, MAIN, TEST);
    }

    @Test
    void mostFilesAreShort() throws IOException {
        List<Long> lengths = sources(MAIN, file -> !file.endsWith("package-info.java")).stream()
                .map(file -> text(file).lines().count())
                .sorted()
                .toList();
        assertTrue(lengths.get(lengths.size() / 2) <= 70, "half of the files have at most 70 lines");
        assertTrue(lengths.get(lengths.size() * 9 / 10) <= 200, "nine of ten have at most 200");
    }

    @Test
    void namesAreWordsOfTheDomain() throws IOException {
        none(file -> VAGUE.matcher(file.getFileName().toString()).find(), MAIN, TEST);
    }

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        none(file -> !Files.exists(file.resolveSibling("package-info.java")) && !isModule(file), MAIN);
    }

    @Test
    void nothingIsLeftUnfinished() throws IOException {
        none(file -> UNFINISHED.matcher(text(file)).find() && !isThisFile(file), MAIN, TEST);
    }

    @Test
    void testsWaitForEventsAndNotForTime() throws IOException {
        none(file -> text(file).contains("Thread.sleep(") && !isThisFile(file), TEST);
    }

    private static boolean isModule(Path file) {
        return file.endsWith("module-info.java");
    }

    private static boolean isThisFile(Path file) {
        return file.endsWith("StyleTest.java");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
