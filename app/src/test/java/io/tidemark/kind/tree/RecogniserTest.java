package io.tidemark.kind.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Recognition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecogniserTest {

    @TempDir
    Path base;

    private Path directory(String path) throws Exception {
        return Files.createDirectories(base.resolve(path));
    }

    private static Recognition look(Path root) throws Exception {
        return Fixture.KIND.recognise(root).orElseThrow();
    }

    private static List<String> versions(Recognition found) {
        return found.versions().stream().map(Recognition.FoundVersion::name).toList();
    }

    @Test
    void findsDatedVersionsInOrderAndTheirChannels() throws Exception {
        Path root = directory("tree");
        for (String name : List.of("2022-08-02.10", "2022-08-02.9", "2022-08-02", "2021-12-31", "notes")) {
            directory("tree/" + name);
        }
        Files.createSymbolicLink(root.resolve("current"), Path.of("2022-08-02"));
        Files.createSymbolicLink(root.resolve("stable"), Path.of("current"));
        Files.createSymbolicLink(root.resolve("elsewhere"), Path.of("/tmp"));
        Recognition found = look(root);
        assertEquals(List.of("2021-12-31", "2022-08-02", "2022-08-02.9", "2022-08-02.10"), versions(found));
        assertEquals(
                List.of(
                        new Recognition.FoundChannel("current", "current", "2022-08-02"),
                        new Recognition.FoundChannel("stable", "stable", "2022-08-02")),
                found.channels());
        assertEquals("notice.tree.other", found.notices().getFirst().phrase().key());
    }

    @Test
    void findsNumberedVersions() throws Exception {
        for (String name : List.of("v1.2", "v1.10", "v1.9")) {
            directory("tree/" + name);
        }
        assertEquals(List.of("v1.2", "v1.9", "v1.10"), versions(look(base.resolve("tree"))));
    }

    @Test
    void knowsTheNeighbourWhoseVersionsItKeeps() throws Exception {
        Path root = directory("panoptiscan.versions");
        directory("panoptiscan.versions/2022-08-02");
        Files.createSymbolicLink(base.resolve("panoptiscan"), Path.of("panoptiscan.versions/2022-08-02"));
        assertEquals(
                List.of(new Recognition.FoundChannel("panoptiscan", "../panoptiscan", "2022-08-02")),
                look(root).channels());
    }

    @Test
    void offersToExchangeAPlainNeighbour() throws Exception {
        directory("panoptiscan/db");
        Path root = base.resolve("panoptiscan.versions");
        assertEquals(List.of("../panoptiscan"), look(root).exchangeable());
        Files.createDirectory(root);
        assertEquals(List.of("../panoptiscan"), look(root).exchangeable());
    }

    @Test
    void saysHowAPlainDirectoryCanGetVersions() throws Exception {
        Path plain = directory("panoptiscan");
        directory("panoptiscan/db");
        Recognition found = look(plain);
        assertTrue(found.score() < 10 && found.versions().isEmpty());
        assertEquals("notice.tree.plain", found.notices().getFirst().phrase().key());
        assertEquals(
                plain + ".versions", found.notices().getFirst().phrase().args().get("versions"));
    }

    @Test
    void seesNothingInAnEmptyDirectory() throws Exception {
        assertEquals(Optional.empty(), Fixture.KIND.recognise(directory("empty")));
    }
}
