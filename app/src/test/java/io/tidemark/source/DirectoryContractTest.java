package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryContractTest extends SourceContractTest {

    @Override
    Source open(Path directory) throws ProblemException {
        return Fixtures.open(directory.toUri().toString(), 1);
    }

    @Test
    void takesAPlainPathToo() throws Exception {
        try (Source source = Fixtures.open(root.toString(), 1)) {
            assertEquals(5, source.read("plain.txt", 10, JOB).length);
        }
    }

    @Test
    void showsLinksAsWhatTheyAreAndFollowsThemInside() throws Exception {
        Files.createSymbolicLink(root.resolve("inside"), Path.of("plain.txt"));
        try (Source source = open(root)) {
            Entry link = source.list("", JOB).stream()
                    .filter(entry -> entry.name().equals("inside"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Entry.Type.SYMLINK, link.type());
            assertEquals("plain.txt", link.linkTarget().orElseThrow());
            assertEquals(5, source.read("inside", 10, JOB).length);
        }
    }

    @Test
    void refusesLinksThatLeadOut(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("out"), elsewhere.resolve("secret"));
        Files.createSymbolicLink(root.resolve("dir"), elsewhere);
        try (Source source = open(root)) {
            refused("upstream.location", Problem.Category.REFUSED, () -> source.read("out", 10, JOB));
            refused("upstream.location", Problem.Category.REFUSED, () -> source.read("dir/secret", 10, JOB));
            refused("upstream.location", Problem.Category.REFUSED, () -> source.list("dir", JOB));
        }
    }

    @Test
    void tellsSocketsFromFiles(@TempDir Path shortPath) throws Exception {
        Path socket = shortPath.resolve("s");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                Source source = open(shortPath)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Map<String, Entry.Type> types =
                    source.list("", JOB).stream().collect(Collectors.toMap(Entry::name, Entry::type));
            assertEquals(Map.of("s", Entry.Type.SPECIAL), types);
            refused("upstream.special", Problem.Category.REFUSED, () -> source.read("s", 10, JOB));
        }
    }

    @Test
    void refusesNamesThatHideSomething() throws Exception {
        Files.writeString(root.resolve("a\u001b[31mb"), "x");
        try (Source source = open(root)) {
            Problem problem = refused("upstream.name", Problem.Category.REFUSED, () -> source.list("", JOB));
            assertEquals("a\\x1b[31mb", problem.args().get("object"));
        }
    }

    @Test
    void noticesAFileThatChangesWhileItIsRead() throws Exception {
        try (Source source = open(root);
                Answer answer = source.open(Request.whole("plain.txt", 100), JOB)) {
            answer.body().readNBytes(2);
            Files.writeString(root.resolve("plain.txt"), "hexxxxxx");
            SourceException moved =
                    assertThrows(SourceException.class, () -> answer.body().readAllBytes());
            assertEquals("upstream.moved", moved.problem().code());
        }
    }
}
