package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileDocumentsTest {

    @TempDir
    Path dir;

    private String good;

    @BeforeEach
    void write() throws Exception {
        byte[] document =
                Sample.TREE.documents(Sample.published(dir), Sample.BASE).get("meta/" + Sample.FREE + ".json");
        good = new String(document, StandardCharsets.UTF_8);
    }

    private static Problem refused(String document) {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> Sample.TREE.read("there", document.getBytes(StandardCharsets.UTF_8)),
                document);
        assertEquals("puavo.meta", refused.problem().code());
        assertEquals("there", refused.problem().args().get("object"));
        return refused.problem();
    }

    private Problem without(String part, String instead) {
        String changed = good.replaceFirst(part, instead);
        assertNotEquals(good, changed, part);
        return refused(changed);
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "3",
                "{",
                "{\"a\":3}",
                "{\"a\":{}}",
                "{\"a\":{\"images\":{}}}",
                good + "{}",
                "\ufeff")) {
            refused(bad);
        }
    }

    @Test
    void namesTheValueThatIsWrong() {
        assertEquals(
                "/" + Sample.FREE + "/images/0/diffs/0/size",
                without("\"size\":\\d+", "\"size\":\"44\"").args().get("place"));
    }

    @Test
    void whatClientsStumbleOverIsRefused() {
        without("\"images\"", "\"note\":\"x\",\"images\"");
        without("\"images\"", "\"notes\":[1],\"images\"");
        without("\"size\":", "\"size\":-");
        without("\"size\":\\d+", "\"size\":4.5");
        without("\"size\":\\d+", "\"size\":99999999999999999999");
        without("\"cksum\":\"\\d+\"", "\"cksum\":\"4294967296\"");
        without("\"sha512\":\"..", "\"sha512\":\"");
        without("\"sha256\":\"[^\"]+\"", "\"sha256\":\"\"");
        without(",\"sha512\":\"[^\"]+\"", "");
        without("\"urls\":\\[[^\\]]+\\]", "\"urls\":[]");
        without("\"version\":\"\\d", "\"version\":\"9");
        without("\"id\":\"p", "\"id\":\"q");
        without("\"filename\":\"", "\"filename\":\"../");
        without("\\.rdiff\",\"urls", ".rdiff/../x\",\"urls");
        without("\"puavo-conf\":\\{[^}]+\\}\\}", "\"puavo-conf\":[]");
        without("^\\{\"puavo", "{\"../puavo");
        without("\"diffs\"", "\"size\":1,\"diffs\"");
    }

    @Test
    void anImageListedTwiceIsRefused() {
        String images = good.substring(good.indexOf('[') + 1, good.lastIndexOf(']'));
        refused(good.replace(images, images + "," + images));
    }

    @Test
    void depthLengthAndNumberOfValuesAreBounded() {
        refused("[".repeat(100_000));
        refused("{\"a\":{\"images\":" + "[".repeat(50) + "]".repeat(50) + "}}");
        refused("{\"a\":{\"images\":[],\"x\":[" + "{},".repeat(600_000) + "{}]}}");
        refused("{\"" + "a".repeat(10_000) + "\":{\"images\":[]}}");
    }

    @Test
    void whatIsFoundIsShownHarmlessAndShort() {
        String shown = without("\"id\":\"[^\"]+\"", "\"id\":\"\\\\u202e\\\\u0007" + "x".repeat(500) + "\"")
                .args()
                .get("found");
        assertFalse(shown.contains("\u202e") || shown.length() > 120, shown);
    }

    @Test
    void damagedDocumentsAreRefusedOrReadButNeverBreakUs() {
        Random random = new Random(4);
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = bytes.clone();
            for (int n = 0; n <= i % 3; n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertFalse(Sample.TREE.read("there", damaged).isEmpty());
            } catch (ProblemException refused) {
                assertEquals("puavo.meta", refused.problem().code());
            }
        }
    }
}
