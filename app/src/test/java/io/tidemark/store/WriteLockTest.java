package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLockTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Mirror mirror;

    @BeforeEach
    void adopt() throws Exception {
        mirror = Mirror.adopted(temp.resolve("mirror"));
    }

    @Test
    void aSecondSessionOfTheSameProcessIsRefused() throws Exception {
        mirror.write(s -> {
            Problem busy = busy();
            assertEquals(Mirror.ACTOR, busy.args().get("actor"));
            assertEquals("test", busy.args().get("operation"));
            assertEquals(1, mirror.open().channels().size());
            assertEquals("test", mirror.open().writer().orElseThrow().operation());
        });
        assertTrue(mirror.open().writer().isEmpty());
        mirror.write(s -> s.pin("1.1", ""));
    }

    @Test
    void readingWhileSomebodyWritesTakesNothingFromTheWriter() throws Exception {
        mirror.write(s -> {
            mirror.open().versions();
            mirror.open().journal();
            busy();
            s.pin("1.1", "");
            busy();
        });
    }

    @Test
    void anotherProcessIsNamedAndItsDeathFreesTheLock() throws Exception {
        Process other = LockHolder.start(mirror.root);
        try {
            Writer writer = mirror.open().writer().orElseThrow();
            assertEquals(other.pid(), writer.pid());
            assertEquals("other@console", writer.actor());
            assertEquals("update", writer.operation());
            assertEquals(Long.toString(other.pid()), busy().args().get("pid"));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(mirror.root.resolve(".tidemark/holder.json")));
        assertTrue(mirror.open().writer().isEmpty(), "a dead process does not write");
        mirror.write(s -> s.pin("1.1", ""));
        assertFalse(Files.exists(mirror.root.resolve(".tidemark/holder.json")));
    }

    @Test
    void aForgedHolderKeepsNobodyOut() throws Exception {
        Holder here = Holder.here("ghost", "update", Mirror.CLOCK.instant());
        Path file = mirror.root.resolve(".tidemark/holder.json");
        Holder rebooted = new Holder(
                here.actor(), "m", here.pid(), here.started(), "another boot", here.space(), "update", here.since());
        Holder reused = new Holder(
                here.actor(), "m", here.pid(), here.started() - 1, here.boot(), here.space(), "update", here.since());
        for (Holder gone : new Holder[] {rebooted, reused}) {
            Files.write(file, Json.write(gone));
            assertTrue(mirror.open().writer().isEmpty());
        }
        Files.writeString(file, "{ torn");
        assertTrue(mirror.open().writer().isEmpty());
        Files.write(file, Json.write(here));
        assertEquals("ghost", mirror.open().writer().orElseThrow().actor());
        mirror.write(s -> s.pin("1.1", ""));
    }

    @Test
    void openingDoesNotRecoverWhatALivingWriterIsDoing() throws Exception {
        mirror.write(s -> {
            Path intent = mirror.root.resolve(".tidemark/intent/000000000001");
            writeString(intent, "not finished");
            mirror.open();
            assertTrue(Files.exists(intent));
            delete(intent);
        });
    }

    private Problem busy() {
        ProblemException e =
                assertThrows(ProblemException.class, () -> mirror.open().write("x", "y", TestJob.quiet()));
        assertEquals("store.busy", e.problem().code());
        assertEquals(Problem.Category.BUSY, e.problem().category());
        return e.problem();
    }

    private static void writeString(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
