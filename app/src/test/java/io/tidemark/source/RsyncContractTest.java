package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.RsyncDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram("rsync")
class RsyncContractTest extends SourceContractTest {

    private RsyncDaemon daemon;

    @TempDir
    Path into;

    @Override
    Source open(Path directory) throws ProblemException {
        try {
            daemon = new RsyncDaemon(Map.of("trees", directory));
            return source(daemon.url("trees"));
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Source source(String url) throws ProblemException {
        UrlSources sources = new UrlSources(Clock.systemUTC(), time -> {}, Map.of("PATH", System.getenv("PATH")));
        return sources.open(url, Fixtures.settings(15, 2));
    }

    @AfterEach
    void stop() throws Exception {
        daemon.close();
    }

    @Test
    void listsAllAtOnceWithLinksAndSecondNames() throws Exception {
        Files.createLink(root.resolve("zweitname"), root.resolve("plain.txt"));
        Files.createSymbolicLink(root.resolve("latest => x -> y"), Path.of("main -> up"));
        try (Source source = source(daemon.url("trees"))) {
            Map<String, BulkFetch.Item> all = source.bulk().orElseThrow().listing(List.of(), JOB).stream()
                    .collect(Collectors.toMap(BulkFetch.Item::path, item -> item));
            assertEquals(9, all.size());
            assertTrue(Optional.of("plain.txt").equals(all.get("zweitname").sameAs())
                    ^ Optional.of("zweitname").equals(all.get("plain.txt").sameAs()));
            assertEquals(
                    "main -> up",
                    all.get("latest => x -> y").entry().linkTarget().orElseThrow());
            assertEquals(70_000, all.get("main/x86_64/g++-1.0-r0.apk").entry().size());
            assertEquals(
                    5,
                    source.bulk()
                            .orElseThrow()
                            .listing(List.of("main/x86*"), JOB)
                            .size());
        }
    }

    @Test
    void bringsManyFilesAtOnceAndOnlyTheirPlainContent() throws Exception {
        Path odd = root.resolve("plain.txt");
        Files.setPosixFilePermissions(odd, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Source source = source(daemon.url("trees"))) {
            List<BulkFetch.Wanted> wanted = List.of(
                    new BulkFetch.Wanted("plain.txt", 5),
                    new BulkFetch.Wanted("main/x86_64/été à la plage.txt", 10),
                    new BulkFetch.Wanted("main/x86_64/g++-1.0-r0.apk", 70_000));
            source.bulk().orElseThrow().fetch(new BulkFetch.Order(wanted, into, Optional.empty()), JOB);
            assertArrayEquals(
                    Files.readAllBytes(root.resolve("main/x86_64/g++-1.0-r0.apk")),
                    Files.readAllBytes(into.resolve("main/x86_64/g++-1.0-r0.apk")));
            assertEquals(
                    "r--r--r--",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(into.resolve("plain.txt"))));
            assertEquals(Files.getLastModifiedTime(odd), Files.getLastModifiedTime(into.resolve("plain.txt")));
            assertFalse(Files.exists(into.resolve("empty")));
        }
    }

    @Test
    void namesTheModulesThatThereAre() throws Exception {
        for (String wrong : List.of("", "no-such")) {
            try (Source source = source(daemon.url(wrong))) {
                Problem problem = refused("upstream.module", Problem.Category.USAGE, () -> source.list("", JOB));
                assertEquals("trees", problem.args().get("modules"));
            }
        }
    }
}
