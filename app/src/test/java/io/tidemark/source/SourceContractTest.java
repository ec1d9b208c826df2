package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every source must do, whatever it fetches from. */
abstract class SourceContractTest {

    private static final Instant LONG_AGO = Instant.parse("2022-08-02T10:00:00Z");

    @TempDir
    Path root;

    private Source source;

    /** A source over this directory. */
    abstract Source open(Path directory) throws ProblemException;

    @BeforeEach
    void fill() throws Exception {
        write("plain.txt", "hello".getBytes(StandardCharsets.UTF_8));
        write("main/x86_64/g++-1.0-r0.apk", bytes(70_000));
        write("main/x86_64/été à la plage.txt", bytes(10));
        write("main/x86_64/50%_a&b'c#d.txt", bytes(3));
        write("empty", new byte[0]);
        source = open(root);
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void readsAFileWhole() throws Exception {
        assertArrayEquals(bytes(70_000), source.read("main/x86_64/g++-1.0-r0.apk", 100_000, JOB));
        assertEquals(0, source.read("empty", 10, JOB).length);
        assertEquals(70_000, source.bytesReceived());
        assertEquals(2, source.requests());
    }

    @Test
    void readsNamesWithBlanksAndLettersOfAllKinds() throws Exception {
        assertEquals(10, source.read("main/x86_64/été à la plage.txt", 10, JOB).length);
        assertEquals(3, source.read("main/x86_64/50%_a&b'c#d.txt", 10, JOB).length);
    }

    @Test
    void saysSizeTimeAndState() throws Exception {
        try (Answer answer = source.open(Request.whole("plain.txt", 100), JOB)) {
            assertEquals(5, answer.size());
            assertEquals(0, answer.offset());
            assertEquals(Optional.of(LONG_AGO), answer.modified());
            assertTrue(answer.validator().isPresent());
        }
        Stat stat = source.stat("plain.txt", JOB);
        assertEquals(5, stat.size());
        assertEquals(Optional.of(LONG_AGO), stat.modified());
    }

    @Test
    void answersUnchangedToWhatWeHave() throws Exception {
        String state = state("plain.txt");
        try (Answer answer = source.open(known(state), JOB)) {
            assertTrue(answer.unchanged());
            assertEquals(-1, answer.body().read());
        }
        write("plain.txt", "hello again".getBytes(StandardCharsets.UTF_8));
        try (Answer answer = source.open(known(state), JOB)) {
            assertFalse(answer.unchanged());
            assertEquals("hello again", text(answer));
        }
    }

    @Test
    void goesOnWhereWeLeftOff() throws Exception {
        try (Answer answer = source.open(resumed(3, state("plain.txt")), JOB)) {
            assertEquals(3, answer.offset());
            assertEquals(5, answer.size());
            assertEquals("lo", text(answer));
        }
    }

    @Test
    void startsOverWhenTheFileChanged() throws Exception {
        String state = state("plain.txt");
        write("plain.txt", "something else".getBytes(StandardCharsets.UTF_8));
        try (Answer answer = source.open(resumed(3, state), JOB)) {
            assertEquals(0, answer.offset());
            assertEquals("something else", text(answer));
        }
    }

    @Test
    void startsOverWithoutAState() throws Exception {
        Request request = new Request("plain.txt", 3, Optional.empty(), Optional.empty(), 100);
        try (Answer answer = source.open(request, JOB)) {
            assertEquals(0, answer.offset());
            assertEquals("hello", text(answer));
        }
    }

    @Test
    void saysWhatIsMissing() {
        refused("upstream.missing", Problem.Category.UNREACHABLE, () -> source.read("no/such", 10, JOB));
        refused("upstream.missing", Problem.Category.UNREACHABLE, () -> source.list("no-such", JOB));
    }

    @Test
    void refusesMoreThanItMay() {
        refused("upstream.size", Problem.Category.REFUSED, () -> source.read("plain.txt", 4, JOB));
    }

    @Test
    void neverLeavesTheRoot() {
        for (String location : List.of("../x", "a/../../x", "/etc/passwd", "a//b", "a/./b", "a\\b", "a\nb", "a\0b")) {
            refused("upstream.location", Problem.Category.REFUSED, () -> source.read(location, 10, JOB));
        }
        assertEquals(0, source.requests());
    }

    @Test
    void listsADirectory() throws Exception {
        List<Entry> top = source.list("", JOB).stream()
                .sorted(Comparator.comparing(Entry::name))
                .toList();
        assertEquals(
                List.of("empty", "main", "plain.txt"),
                top.stream().map(Entry::name).toList());
        assertEquals(Entry.Type.DIRECTORY, top.get(1).type());
        assertEquals(5, top.get(2).size());
        assertEquals(Optional.of(LONG_AGO), top.get(2).modified());
        List<String> names = source.list("main/x86_64", JOB).stream()
                .map(Entry::name)
                .sorted()
                .toList();
        assertEquals(List.of("50%_a&b'c#d.txt", "g++-1.0-r0.apk", "été à la plage.txt"), names);
    }

    @Test
    void stopsAtAnInterruption() throws Exception {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> source.read("plain.txt", 10, JOB));
        assertFalse(Thread.interrupted());
    }

    private String state(String location) throws Exception {
        return source.stat(location, JOB).validator().orElseThrow();
    }

    private static Request known(String state) {
        return new Request("plain.txt", 0, Optional.empty(), Optional.of(state), 100);
    }

    private static Request resumed(long offset, String state) {
        return new Request("plain.txt", offset, Optional.of(state), Optional.empty(), 100);
    }

    private static String text(Answer answer) throws IOException {
        return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }
}
