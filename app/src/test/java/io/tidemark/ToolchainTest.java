package io.tidemark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The promises that the build makes to every other test. */
class ToolchainTest {

    @Test
    void testsRunOnTheJavaOfTheProgram() {
        assertEquals(25, Runtime.version().feature());
    }

    @Test
    void fileNamesOutsideAsciiSurvive() {
        assertEquals("UTF-8", System.getProperty("sun.jnu.encoding"));
    }

    @Test
    void noScreenIsNeeded() {
        assertEquals("Headless", System.getProperty("glass.platform"));
        assertTrue(Boolean.getBoolean("java.awt.headless"));
    }
}
