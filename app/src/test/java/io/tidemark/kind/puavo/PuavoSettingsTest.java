package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.kind.ImageSeries;
import io.tidemark.kind.ImageSettings;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PuavoSettingsTest {

    private static final ImageSettings SETTINGS = Sample.TREE.settings().orElseThrow();
    private static final String OLD = "puavo-os-amxa-buster-2022-01-17-120001-amd64.img";
    private static final String NEW = "puavo-os-amxa-buster-2022-01-20-173248-amd64.img";
    private static final String FREE = "puavo-os-free-buster-2022-02-04-140532-amd64.img";
    private static final String JUMP = "puavo-os-free-stretch-2021-02-04-140532-amd64.img";

    private static List<ImageSeries> read(String text) throws ProblemException {
        return SETTINGS.readSeries("buster.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheFormWithBareArrays() throws Exception {
        assertEquals(
                List.of(
                        new ImageSeries("puavo-os-amxa-buster-amd64", List.of(OLD, NEW), Map.of()),
                        new ImageSeries("puavo-os-free-buster-amd64", List.of(FREE), Map.of())),
                read("{\"puavo-os-amxa-buster-amd64\": [\"" + OLD + "\",\n\"" + NEW
                        + "\"], \"puavo-os-free-buster-amd64\": [\"" + FREE + "\"]}"));
    }

    @Test
    void readsTheFormWithObjects() throws Exception {
        ImageSeries free = new ImageSeries("free", List.of(FREE), Map.of(FREE, List.of(JUMP)));
        assertEquals(
                List.of(free, new ImageSeries("empty", List.of(), Map.of())),
                read("{\"free\":{\"images\":[\"" + FREE + "\"],\"extra_rdiffs\":{\"" + FREE + "\":[\"" + JUMP
                        + "\"]}},\"empty\":{\"images\":[]}}"));
    }

    @Test
    void writesTheFormWithObjectsOneImageALine() throws Exception {
        List<ImageSeries> series = List.of(
                new ImageSeries("amxa", List.of(OLD, NEW), Map.of()),
                new ImageSeries("free", List.of(FREE), Map.of(FREE, List.of(JUMP))));
        String text = new String(SETTINGS.writeSeries(series), StandardCharsets.UTF_8);
        assertEquals(series, read(text));
        assertEquals(
                1,
                text.lines()
                        .filter(line -> line.strip().equals("\"" + OLD + "\","))
                        .count());
    }

    @Test
    void keepsTheOrderGivenForItDecides() throws Exception {
        assertEquals(
                List.of(NEW, OLD),
                read("{\"a\":[\"" + NEW + "\",\"" + OLD + "\"]}").getFirst().images());
    }

    @Test
    void whatIsNoListOfImagesIsRefused() {
        for (String bad : List.of(
                "",
                "[]",
                "{\"a\":3}",
                "{\"a\":{}}",
                "{\"a\":[3]}",
                "{\"a\":[\"x.img\"]}",
                "{\"../a\":[]}",
                "{\"a\":[],\"a\":[]}",
                "{\"a\":[\"" + OLD + "\",\"" + OLD + "\"]}",
                "{\"a\":{\"images\":[],\"extra_rdiffs\":{\"x\":[]}}}",
                "{\"a\":{\"images\":[],\"extra_rdiffs\":[]}}")) {
            Problem refused =
                    assertThrows(ProblemException.class, () -> read(bad), bad).problem();
            assertEquals("puavo.config", refused.code());
        }
    }

    @Test
    void groupsImagesByCustom() {
        Map<String, List<ImageSeries>> found = SETTINGS.byCustom(List.of(NEW, FREE, "README", JUMP, OLD, "odd.img"));
        assertEquals(
                Map.of(
                        "buster",
                        List.of(
                                new ImageSeries("puavo-os-amxa-buster-amd64", List.of(OLD, NEW), Map.of()),
                                new ImageSeries("puavo-os-free-buster-amd64", List.of(FREE), Map.of())),
                        "stretch",
                        List.of(new ImageSeries("puavo-os-free-stretch-amd64", List.of(JUMP), Map.of()))),
                found);
        assertEquals("config/images/buster.json", SETTINGS.seriesPath("buster"));
    }
}
