package io.tidemark.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The machine is kept awake for as long as is asked, by a program that cannot outlive us. */
@Timeout(60)
class SleepInhibitorTest {

    @TempDir
    private Path dir;

    private Path program(String script) throws Exception {
        Path program = Files.writeString(dir.resolve("inhibit"), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void holdsUntilItIsClosed() throws Exception {
        Path said = dir.resolve("said");
        Path program = program("echo $$ >" + said + ".pid\nprintf '%s\\n' \"$@\" >" + said + "\nexec cat\n");
        ProcessHandle holder;
        try (SleepInhibitor.Held held = new SleepInhibitor(program.toString()).hold("tidemark update /srv; rm")) {
            assertTrue(held.works(), held.why());
            holder = ProcessHandle.of(Long.parseLong(
                            Files.readString(dir.resolve("said.pid")).strip()))
                    .orElseThrow();
            List<String> words = Files.readAllLines(said);
            assertTrue(words.contains("--why=tidemark update /srv; rm"), words::toString);
            assertTrue(words.getFirst().contains("sleep"), words::toString);
            assertEquals("cat", words.getLast());
        }
        holder.onExit().get(30, TimeUnit.SECONDS);
        assertFalse(holder.isAlive());
    }

    @Test
    void saysWhyNothingIsHeld() throws Exception {
        Path program = program("echo 'no bus here' >&2\nexit 1\n");
        try (SleepInhibitor.Held held = new SleepInhibitor(program.toString()).hold("work")) {
            assertFalse(held.works());
            assertEquals("no bus here", held.why());
        }
        try (SleepInhibitor.Held held = new SleepInhibitor(dir.resolve("none").toString()).hold("work")) {
            assertFalse(held.works());
            assertTrue(held.why().contains("none"));
        }
    }
}
