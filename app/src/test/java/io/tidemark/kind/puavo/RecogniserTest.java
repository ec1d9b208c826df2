package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.Notice;
import io.tidemark.model.Recognition;
import io.tidemark.model.Recognition.FoundChannel;
import io.tidemark.model.Recognition.FoundVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecogniserTest {

    @TempDir
    Path dir;

    private final PuavoKind kind = new PuavoKind();
    private Path images;
    private Path mirror;

    @BeforeEach
    void publish() throws Exception {
        images = Files.createDirectories(dir.resolve("images"));
        mirror = Files.createDirectories(images.resolve("mirror/meta")).getParent();
        List<PublishedSeries> series = Sample.published(dir);
        for (PublishedSeries each : series) {
            for (PublishedImage image : each.images()) {
                Path file = Files.writeString(
                        images.resolve(image.name().file()), image.name().id());
                Files.createLink(mirror.resolve(image.name().file()), file);
            }
        }
        for (Map.Entry<String, byte[]> each :
                Sample.TREE.documents(series, Sample.BASE).entrySet()) {
            Files.write(mirror.resolve(each.getKey()), each.getValue());
        }
    }

    @Test
    void knowsAPublishedTree() throws Exception {
        Recognition found = kind.recognise(mirror).orElseThrow();
        assertEquals(95, found.score());
        assertEquals(
                new FoundVersion(
                        "puavo-os-demo-bookworm-2026-01-05-080000-amd64",
                        "puavo-os-demo-bookworm-2026-01-05-080000-amd64.img"),
                found.versions().getFirst());
        assertEquals(6, found.versions().size());
        assertEquals(
                List.of(
                        new FoundChannel(
                                Sample.DEMO,
                                "meta/" + Sample.DEMO + ".json",
                                "puavo-os-demo-bookworm-2026-04-06-090000-amd64"),
                        new FoundChannel(
                                Sample.FREE,
                                "meta/" + Sample.FREE + ".json",
                                "puavo-os-free-bookworm-2026-04-07-100000-amd64")),
                found.channels());
        assertEquals(
                Map.of("base-url", List.of(Sample.BASE), "images", List.of(images.toString())),
                found.upstream().options());
        assertEquals(images.toUri().toString(), found.upstream().url());
        assertEquals(List.of(), found.notices());
    }

    @Test
    void knowsADirectoryOfImagesAndWhereItIsPublished() throws Exception {
        Recognition found = kind.recognise(images).orElseThrow();
        assertEquals(70, found.score());
        assertEquals(6, found.versions().size());
        assertEquals(
                "mirror/meta/" + Sample.DEMO + ".json",
                found.channels().getFirst().link());
        assertEquals(List.of("notice.puavo.mirror"), keys(found));
    }

    @Test
    void knowsBareImagesAndTellsOfOddOnes() throws Exception {
        Path bare = Files.createDirectory(dir.resolve("bare"));
        Files.writeString(bare.resolve("puavo-os-demo-bookworm-2026-01-05-080000-amd64.img"), "x");
        Files.writeString(bare.resolve("test.img"), "x");
        Files.createSymbolicLink(
                bare.resolve("puavo-os-demo-bookworm-2026-01-06-080000-amd64.img"), Path.of("test.img"));
        Recognition found = kind.recognise(bare).orElseThrow();
        assertEquals(55, found.score());
        assertEquals(1, found.versions().size());
        assertEquals(List.of("notice.puavo.name", "notice.puavo.name"), keys(found));
    }

    @Test
    void aDamagedDocumentDoesNotHideTheRest() throws Exception {
        Files.writeString(mirror.resolve("meta/" + Sample.DEMO + ".json"), "{\"a\":");
        Recognition found = kind.recognise(mirror).orElseThrow();
        assertEquals(1, found.channels().size());
        assertEquals(List.of("notice.puavo.document"), keys(found));
    }

    @Test
    void aHostileAddressIsNotTakenOver() throws Exception {
        Path document = mirror.resolve("meta/" + Sample.DEMO + ".json");
        Files.writeString(document, Files.readString(document).replace(Sample.BASE, "javascript:$(id)"));
        Files.delete(mirror.resolve("meta/" + Sample.FREE + ".json"));
        Recognition found = kind.recognise(mirror).orElseThrow();
        assertEquals(List.of(), found.upstream().all("base-url"));
        assertTrue(found.channels().size() == 1);
    }

    @Test
    void otherDirectoriesAreNotItsOwn() throws Exception {
        assertEquals(Optional.empty(), kind.recognise(dir));
        assertEquals(Optional.empty(), kind.recognise(dir.resolve("nothing")));
        assertEquals(Optional.empty(), kind.recognise(mirror.resolve("CKSUMS")));
    }

    private static List<String> keys(Recognition found) {
        return found.notices().stream()
                .map(Notice::phrase)
                .map(phrase -> phrase.key())
                .toList();
    }
}
