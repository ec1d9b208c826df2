package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.ImageSums;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we publish of six images in two series, against what the original procedure publishes of them. */
class PublishedDocumentsTest {

    @TempDir
    Path dir;

    private List<PublishedSeries> series;
    private SequencedMap<String, byte[]> documents;

    @BeforeEach
    void publish() throws Exception {
        series = Sample.published(dir);
        documents = Sample.TREE.documents(series, Sample.BASE + "/");
    }

    @Test
    void documentsOfSeriesComeFirstAndChecksumsLast() {
        assertEquals(
                List.of("meta/" + Sample.DEMO + ".json", "meta/" + Sample.FREE + ".json", "CKSUMS"),
                List.copyOf(documents.keySet()));
    }

    @Test
    void everyFieldStandsWhereTheOriginalPutsIt() throws Exception {
        assertEquals(
                expected(Sample.DEMO, "puavo-os-demo-bookworm", Sample.DEMO_STAMPS),
                text("meta/" + Sample.DEMO + ".json"));
        assertEquals(
                expected(Sample.FREE, "puavo-os-free-bookworm", Sample.FREE_STAMPS),
                text("meta/" + Sample.FREE + ".json"));
    }

    /** Written by the schema, not by the program: each image with the deltas that end at it. */
    private String expected(String name, String prefix, List<String> stamps) throws Exception {
        List<String> images = new ArrayList<>();
        for (String stamp : stamps) {
            String id = prefix + "-" + stamp + "-amd64";
            boolean target = stamps.indexOf(stamp) >= stamps.size() - 3;
            List<String> diffs = new ArrayList<>();
            for (String from : target ? stamps : List.<String>of()) {
                if (!from.equals(stamp)) {
                    diffs.add(diff(prefix + "-" + from + "--" + stamp + "-amd64.rdiff", from));
                }
            }
            ImageSums sums = Sample.sums(dir, id);
            images.add("{\"diffs\":[" + String.join(",", diffs) + "],\"filename\":\"" + id + ".img\",\"id\":\"" + id
                    + "\",\"puavo-conf\":{\"puavo.demo\":{\"default\":\"é/1\",\"typehint\":\"string\"}},\"size\":"
                    + id.length() + ",\"urls\":[\"https://images.example.org/" + id + ".img\"],\"version\":\""
                    + stamp.replace("-", "") + "\"," + tail(sums) + "}");
        }
        return "{\"" + name + "\":{\"images\":[" + String.join(",", images) + "]}}";
    }

    private String diff(String file, String from) throws Exception {
        ImageSums sums = Sample.sums(dir, file);
        return "{\"filename\":\"" + file + "\",\"urls\":[\"https://images.example.org/rdiffs/" + file
                + "\"],\"version\":\"" + from.replace("-", "") + "\",\"size\":" + file.length() + "," + tail(sums)
                + "}";
    }

    private static String tail(ImageSums sums) {
        return "\"cksum\":\"" + sums.cksum() + "\",\"sha256\":\"" + sums.sha256() + "\",\"sha512\":\"" + sums.sha512()
                + "\"";
    }

    @Test
    void checksumsListEachImageAndThenItsDeltas() throws Exception {
        List<String> lines = text("CKSUMS").lines().toList();
        assertEquals(6 + 9 + 2, lines.size());
        assertTrue(text("CKSUMS").endsWith(".rdiff\n"));
        String first = "puavo-os-demo-bookworm-2026-01-05-080000-amd64.img";
        assertEquals(Sample.sums(dir, first.replace(".img", "")).cksum() + " 46 " + first, lines.getFirst());
        assertTrue(lines.get(1).endsWith(" puavo-os-demo-bookworm-2026-02-03-081500-amd64.img"));
        assertTrue(lines.get(2).endsWith(" puavo-os-demo-bookworm-2026-01-05-080000--2026-02-03-081500-amd64.rdiff"));
    }

    @Test
    void aFileOfTwoSeriesStandsTwiceInTheChecksums() {
        PublishedSeries again = new PublishedSeries("other", series.getLast().images());
        byte[] sums = Sample.TREE
                .documents(List.of(series.getLast(), again), Sample.BASE)
                .get("CKSUMS");
        List<String> lines = new String(sums, StandardCharsets.UTF_8).lines().toList();
        assertEquals(lines.subList(0, 4), lines.subList(4, 8));
    }

    @Test
    void whatWePublishWeRead() throws Exception {
        for (Map.Entry<String, byte[]> each : documents.entrySet()) {
            Path file = dir.resolve("tree").resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        assertEquals(series, Sample.TREE.published(dir.resolve("tree")));
        assertEquals(List.of(), Sample.TREE.published(dir.resolve("nothing")));
    }

    @Test
    @NeedsProgram("jq")
    void laptopsFindImagesAndDeltasIteratingOverEveryValue() throws Exception {
        String id = "puavo-os-demo-bookworm-2026-04-06-090000-amd64";
        assertEquals(
                Sample.sums(dir, id).sha512(),
                jq(".[] | .[] | .[] | select(.filename == \"" + id + ".img\") | .sha512"));
        assertEquals(
                Sample.sums(dir, "puavo-os-demo-bookworm-2026-01-05-080000--2026-04-06-090000-amd64.rdiff")
                        .sha512(),
                jq(".[] | .[] | .[] | .diffs[] | select(.filename =="
                        + " \"puavo-os-demo-bookworm-2026-01-05-080000--2026-04-06-090000-amd64.rdiff\") | .sha512"));
    }

    @Test
    @NeedsProgram("jq")
    void bootServersFindWhatTheyNeed() throws Exception {
        assertEquals(
                "true",
                jq("[.[].images[] | (., .diffs[]) | (.size | type == \"number\" and . == floor), (.sha256 | length =="
                        + " 64), (.filename | length > 0), (.urls | length > 0), (.version | test(\"^[0-9]{14}$\"))] |"
                        + " all"));
        assertEquals("true", jq("[.[].images[].version] as $v | [.[].images[].diffs[].version] | all(IN($v[]))"));
        assertEquals("4", jq("[.[].images[] | .id | select(length > 0)] | length"));
    }

    private String jq(String filter) throws Exception {
        Path file = Files.write(dir.resolve("meta"), documents.get("meta/" + Sample.DEMO + ".json"));
        Process process = new ProcessBuilder("jq", "-r", filter, file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private String text(String document) {
        return new String(documents.get(document), StandardCharsets.UTF_8);
    }
}
