package io.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WrongCallTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return new CommandLineFace((file, clock) -> null, (file, language) -> 0, printer(out), printer(err)).run(words);
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void scriptsGetADocumentAndPeopleTheSameLinesAsEver() {
        assertEquals(2, run("promote", "mirror", "--json", "--lang", "en"));
        JsonNode error =
                Json.mapper().readTree(out.toString(StandardCharsets.UTF_8)).get("error");
        assertEquals(2, error.get("exit").asInt());
        assertEquals("call.wrong", error.get("code").asString());
        assertTrue(error.get("what").asString().contains("VERSION"), error::toString);
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("tidemark: Missing: "), err::toString);
    }

    @Test
    void nobodyElseGetsOne() {
        assertEquals(2, run("update", "mirror", "--bogus", "--lang", "en"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }
}
