package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** How a command line ended and what it said. */
record Ran(List<String> words, int exit, String out, String err) {

    Ran done() {
        assertEquals(0, exit, this::toString);
        return this;
    }

    /** Refused with a message: object and cause in the first line, then the state, then the next step. */
    Ran refused(int expected, String... said) {
        assertEquals(expected, exit, this::toString);
        List<String> lines =
                err.lines().dropWhile(l -> !l.startsWith("tidemark: ")).toList();
        assertTrue(lines.size() >= 3, this::toString);
        assertTrue(lines.get(1).matches(" {2}State: .{10,}"), this::toString);
        assertTrue(lines.get(2).matches(" {2}Next: .{10,}"), this::toString);
        String message = String.join("\n", lines.subList(0, 3));
        assertTrue(!message.contains("{") && !message.contains("problem."), this::toString);
        for (String word : said) {
            assertTrue(message.contains(word), () -> "“" + word + "” is not in " + this);
        }
        assertEquals("", out, this::toString);
        return this;
    }

    /** Said somewhere, in either stream. */
    Ran says(String... said) {
        for (String word : said) {
            assertTrue((out + err).contains(word), () -> "“" + word + "” is not in " + this);
        }
        return this;
    }
}
