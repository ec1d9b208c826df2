package io.tidemark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.opentest4j.TestAbortedException;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NeedsProgramTest {

    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty("tidemark.noskips", "false");
    }

    @AfterEach
    void restore() {
        System.setProperty("tidemark.noskips", before);
    }

    @Test
    void skipNamesTheReason() {
        System.setProperty("tidemark.noskips", "false");
        var skip = assertThrows(TestAbortedException.class, () -> Skips.unless(false, "needs rdiff"));
        assertTrue(skip.getMessage().contains("needs rdiff"));
        assertTrue(Skips.because("needs rdiff").isDisabled());
    }

    @Test
    void failsWhereSkipsAreForbidden() {
        System.setProperty("tidemark.noskips", "true");
        assertThrows(AssertionError.class, () -> Skips.unless(false, "needs rdiff"));
        assertThrows(AssertionError.class, () -> Skips.because("needs rdiff"));
    }

    @Test
    void programsAreNamedByTheirPackage() {
        assertEquals("nginx-light", ProgramCondition.packageOf("nginx"));
        assertEquals("rsync", ProgramCondition.packageOf("rsync"));
    }

    @Test
    @NeedsProgram("sh")
    void runsWhereTheProgramIsThere() {
        assertTrue(java.nio.file.Files.isExecutable(java.nio.file.Path.of("/bin/sh")));
    }
}
