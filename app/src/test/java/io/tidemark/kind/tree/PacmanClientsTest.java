package io.tidemark.kind.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.kind.ServedRepository;
import io.tidemark.model.ClientLines;
import io.tidemark.model.VersionFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacmanClientsTest {

    @TempDir
    Path tree;

    private List<ClientLines> lines() {
        return new TreeKind()
                .clientLines(new ServedRepository(
                        "athena",
                        "https://m.example/athena",
                        "rsync://m.example/athena",
                        List.of("live"),
                        List.of(),
                        Optional.of(new ServedRepository.Newest("2026-11-21", tree, VersionFacts.none()))));
    }

    @Test
    void databasesBelowTheirArchitectureMakeAMirrorList() throws Exception {
        Files.createFile(Files.createDirectories(tree.resolve("core/os/x86_64")).resolve("core.db"));
        ClientLines pacman = lines().getFirst();
        assertEquals("/etc/pacman.d/athena-mirrorlist", pacman.file());
        assertEquals(
                List.of(
                        "# athena, live",
                        "Server = https://m.example/athena/live/$repo/os/$arch",
                        "# athena, 2026-11-21",
                        "Server = https://m.example/athena/2026-11-21/$repo/os/$arch"),
                pacman.lines());
    }

    @Test
    void shorterPathsAreRecognisedToo() throws Exception {
        Files.createFile(Files.createDirectories(tree.resolve("athena/x86_64")).resolve("athena.db"));
        assertEquals(
                "Server = https://m.example/athena/live/$repo/$arch",
                lines().getFirst().lines().get(1));
    }

    @Test
    void anyTreeCanBeFetchedAsPlainFiles() {
        assertEquals(
                List.of("rsync", "wget"),
                lines().stream().map(ClientLines::client).toList());
        assertEquals(
                "rsync -rlt --delete-after 'rsync://m.example/athena/live/' './athena/'",
                lines().getFirst().lines().getFirst());
        assertEquals(
                "wget --mirror --no-parent --no-host-directories --cut-dirs=2 --reject='index.html*' "
                        + "--directory-prefix='athena' "
                        + "'https://m.example/athena/live/'",
                lines().getLast().lines().getFirst());
    }
}
