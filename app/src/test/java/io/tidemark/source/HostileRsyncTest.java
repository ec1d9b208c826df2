package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Daemons that are none. */
@NeedsProgram("rsync")
class HostileRsyncTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "@RSYNCD: 31.0\n@RSYNCD: OK\n\1\2\3\4\7\7\7\7"})
    void areLeftInTimeWithAMessageAndNothingComes(String greeting, @TempDir Path into) throws Exception {
        UrlSources sources = new UrlSources(Clock.systemUTC(), time -> {}, Map.of("PATH", System.getenv("PATH")));
        try (ServerSocket server = new ServerSocket(0, 5, OwnLoopback.address());
                Source source = sources.open(
                        "rsync://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/m",
                        Fixtures.settings(1, 1))) {
            Thread.ofPlatform().daemon().start(() -> greet(server, greeting));
            BulkFetch.Order order = new BulkFetch.Order(List.of(new BulkFetch.Wanted("a", 1)), into, Optional.empty());
            BulkFetch bulk = source.bulk().orElseThrow();
            Problem problem = assertThrows(ProblemException.class, () -> bulk.fetch(order, JOB))
                    .problem();
            assertEquals(Problem.Category.UNREACHABLE, problem.category(), problem::code);
        }
        try (Stream<Path> left = Files.list(into)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Says one thing to everybody, and keeps the line open until they hang up. */
    private static void greet(ServerSocket server, String greeting) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                OutputStream out = client.getOutputStream();
                out.write(greeting.getBytes(StandardCharsets.ISO_8859_1));
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException hungUp) {
                assert server.isClosed() || server.isBound();
            }
        }
    }
}
