package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code puavo-update-repository} publishes of six images in two series equals what the procedure by hand publishes:
 * its rules are written down here once more, and sums come from the programs that it uses.
 */
@NeedsProgram("rdiff")
class PuavoProcedureTest {

    private static final String AMXA = "puavo-os-amxa-buster";
    private static final String FREE = "puavo-os-free-buster";
    private static final List<String> AMXA_STAMPS =
            List.of("2021-04-13-192449", "2021-04-13-193910", "2022-01-17-120001", "2022-01-20-173248");
    private static final List<String> FREE_STAMPS = List.of("2022-02-04-140532", "2022-03-04-140532");

    @TempDir
    Path temp;

    private Path images;
    private Path mirror;
    private Console console;

    @BeforeEach
    void build() throws Exception {
        images = Files.createDirectory(temp.resolve("images"));
        mirror = images.resolve("mirror");
        console = new Console(temp.resolve("workspace.json"));
        Random random = new Random(3);
        byte[] content = new byte[400_000];
        random.nextBytes(content);
        for (String file : all()) {
            for (int i = 0; i < 20; i++) {
                byte[] changed = new byte[300];
                random.nextBytes(changed);
                System.arraycopy(changed, 0, content, random.nextInt(content.length - 300), 300);
            }
            Files.write(images.resolve(file), content);
        }
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        AMXA_STAMPS.forEach(stamp -> all.add(AMXA + "-" + stamp + "-amd64.img"));
        FREE_STAMPS.forEach(stamp -> all.add(FREE + "-" + stamp + "-amd64.img"));
        return all;
    }

    /** Each of the last three images is a target; every other image of its series, older or newer, is a source. */
    private static List<String> deltas(String prefix, List<String> stamps, String target) {
        if (stamps.indexOf(target) < stamps.size() - 3) {
            return List.of();
        }
        return stamps.stream()
                .filter(source -> !source.equals(target))
                .map(source -> prefix + "-" + source + "--" + target + "-amd64.rdiff")
                .toList();
    }

    private static List<String> allDeltas() {
        List<String> all = new ArrayList<>();
        AMXA_STAMPS.forEach(target -> all.addAll(deltas(AMXA, AMXA_STAMPS, target)));
        FREE_STAMPS.forEach(target -> all.addAll(deltas(FREE, FREE_STAMPS, target)));
        return all;
    }

    private void publish() {
        console.does("puavo-update-repository", "-r", "images.example.org", "-p", "/nowhere", images.toString())
                .says("6 images", "11 deltas");
    }

    @Test
    void publishesTheFilesOfTheProcedureAndNoOthers() throws Exception {
        publish();
        TreeSet<String> expected = new TreeSet<>(all());
        expected.add("CKSUMS");
        expected.add("meta/" + AMXA + "-amd64.json");
        expected.add("meta/" + FREE + "-amd64.json");
        allDeltas().forEach(file -> expected.add("rdiffs/" + file));
        assertEquals(expected, files());
        for (String image : all()) {
            assertEquals(
                    Files.getAttribute(images.resolve(image), "unix:ino"),
                    Files.getAttribute(mirror.resolve(image), "unix:ino"));
        }
    }

    private TreeSet<String> files() throws Exception {
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(mirror)) {
            paths.filter(Files::isRegularFile)
                    .map(path -> mirror.relativize(path).toString())
                    .filter(path -> !path.startsWith(".tidemark"))
                    .forEach(files::add);
        }
        return files;
    }

    @Test
    void writesTheLinesOfCksum() throws Exception {
        publish();
        List<String> expected = new ArrayList<>();
        for (String prefix : List.of(AMXA, FREE)) {
            List<String> stamps = prefix.equals(AMXA) ? AMXA_STAMPS : FREE_STAMPS;
            for (String stamp : stamps) {
                expected.add(words(mirror, "cksum", prefix + "-" + stamp + "-amd64.img"));
                for (String delta : deltas(prefix, stamps, stamp)) {
                    expected.add(words(mirror.resolve("rdiffs"), "cksum", delta));
                }
            }
        }
        assertEquals(expected, Files.readAllLines(mirror.resolve("CKSUMS")));
    }

    @Test
    void writesTheDocumentsOfTheSeries() throws Exception {
        publish();
        series(AMXA, AMXA_STAMPS);
        series(FREE, FREE_STAMPS);
    }

    private void series(String prefix, List<String> stamps) throws Exception {
        String text = Files.readString(mirror.resolve("meta/" + prefix + "-amd64.json"));
        assertFalse(text.contains("\n"));
        JsonNode document = JsonMapper.shared().readTree(text);
        assertEquals(List.of(prefix + "-amd64"), names(document));
        JsonNode series = document.get(prefix + "-amd64");
        assertEquals(List.of("images"), names(series));
        assertEquals(stamps.size(), series.get("images").size());
        for (int i = 0; i < stamps.size(); i++) {
            image(series.get("images").get(i), prefix, stamps, stamps.get(i));
        }
    }

    private void image(JsonNode image, String prefix, List<String> stamps, String stamp) throws Exception {
        String id = prefix + "-" + stamp + "-amd64";
        assertEquals(
                List.of(
                        "diffs",
                        "filename",
                        "id",
                        "puavo-conf",
                        "size",
                        "urls",
                        "version",
                        "cksum",
                        "sha256",
                        "sha512"),
                names(image));
        assertEquals(id, image.get("id").asString());
        assertEquals(List.of(), names(image.get("puavo-conf")));
        file(image, images.resolve(id + ".img"), id + ".img", "", stamp);
        List<String> deltas = deltas(prefix, stamps, stamp);
        assertEquals(deltas.size(), image.get("diffs").size());
        for (int i = 0; i < deltas.size(); i++) {
            JsonNode delta = image.get("diffs").get(i);
            assertEquals(List.of("filename", "urls", "version", "size", "cksum", "sha256", "sha512"), names(delta));
            Path path = mirror.resolve("rdiffs").resolve(deltas.get(i));
            String source = deltas.get(i).substring(prefix.length() + 1, prefix.length() + 18);
            file(delta, path, deltas.get(i), "rdiffs/", source);
        }
    }

    private static void file(JsonNode node, Path file, String name, String below, String stamp) throws Exception {
        assertEquals(name, node.get("filename").asString());
        assertEquals(1, node.get("urls").size());
        assertEquals(
                "https://images.example.org/" + below + name,
                node.get("urls").get(0).asString());
        assertEquals(stamp.replace("-", ""), node.get("version").asString());
        assertTrue(node.get("size").isIntegralNumber());
        assertEquals(Files.size(file), node.get("size").asLong());
        Path directory = file.getParent();
        assertTrue(node.get("cksum").isString());
        assertEquals(
                words(directory, "cksum", name).split(" ")[0], node.get("cksum").asString());
        for (String sum : List.of("sha256", "sha512")) {
            String expected = words(directory, sum + "sum", name).split(" ")[0];
            assertEquals(expected, node.get(sum).asString());
        }
    }

    @Test
    void everyDeltaMakesItsImageWithRdiff() throws Exception {
        publish();
        for (String delta : allDeltas()) {
            String prefix = delta.startsWith(AMXA) ? AMXA : FREE;
            String source = delta.substring(prefix.length() + 1, prefix.length() + 18);
            String target = delta.substring(prefix.length() + 20, prefix.length() + 37);
            Path out = temp.resolve("out.img");
            Files.deleteIfExists(out);
            String old = images.resolve(prefix + "-" + source + "-amd64.img").toString();
            words(temp, "rdiff", "patch", old, path(delta), out.toString());
            assertArrayEquals(
                    Files.readAllBytes(images.resolve(prefix + "-" + target + "-amd64.img")),
                    Files.readAllBytes(out),
                    delta);
        }
    }

    private String path(String delta) {
        return mirror.resolve("rdiffs").resolve(delta).toString();
    }

    /** The filter of laptops iterates every value of a series; bootservers need these fields of each image. */
    @Test
    @NeedsProgram("jq")
    void clientsReadTheDocuments() throws Exception {
        publish();
        Path meta = mirror.resolve("meta");
        String laptop = words(
                meta,
                "jq",
                "-r",
                ".[] | .[] | .[] | select(.filename == \"" + AMXA + "-2022-01-20-173248-amd64.img\") | .sha512",
                AMXA + "-amd64.json");
        assertEquals(
                words(images, "sha512sum", AMXA + "-2022-01-20-173248-amd64.img")
                        .split(" ")[0],
                laptop);
        String bootserver = words(
                meta,
                "jq",
                "-r",
                "[.[].images[] | select((.size|type)==\"number\" and .sha256 != \"\" and .urls[0] != \"\" and .id !="
                        + " \"\" and .version != \"\")] | length",
                AMXA + "-amd64.json");
        assertEquals("4", bootserver);
    }

    @Test
    void writesAndReadsTheConfigurationOfTheWorkingTree() throws Exception {
        Path tree = Files.createDirectory(temp.resolve("puavo-os"));
        console.does("puavo-update-repository", "-p", tree.toString(), "-q", images.toString());
        JsonNode buster = JsonMapper.shared().readTree(tree.resolve("config/images/buster.json"));
        assertEquals(
                AMXA + "-2021-04-13-192449-amd64.img",
                buster.get(AMXA + "-amd64").get("images").get(0).asString());
        assertTrue(
                Files.readAllLines(tree.resolve("defaults.mk")).contains("images_urlbase := https://images.amxa.ch"));
        Files.writeString(
                tree.resolve("config/images/buster.json"),
                "{\"" + AMXA + "-amd64\":[\"" + AMXA + "-2020-12-24-180000-amd64.img\",\"" + AMXA
                        + "-2022-01-17-120001-amd64.img\",\"" + AMXA
                        + "-2022-01-20-173248-amd64.img\"]}",
                StandardCharsets.UTF_8);
        console.does("puavo-update-repository", "-n", "-p", tree.toString(), images.toString());
        JsonNode series = JsonMapper.shared().readTree(mirror.resolve("meta/" + AMXA + "-amd64.json"));
        assertEquals(2, series.get(AMXA + "-amd64").get("images").size());
        assertFalse(
                Files.exists(mirror.resolve("rdiffs/" + AMXA + "-2021-04-13-192449--2022-01-20-173248-amd64.rdiff")));
    }

    private static List<String> names(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    /** What a program says, which must succeed. */
    private static String words(Path directory, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), Arrays.toString(command) + out);
        return out;
    }
}
