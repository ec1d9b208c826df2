package io.tidemark.engine.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.image.ImageLab;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.publish.Copies;
import io.tidemark.host.publish.MirrorHost;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.ImageTree;
import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.puavo.PuavoKind;
import io.tidemark.model.HostReport;
import io.tidemark.model.Lane;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.ProblemException;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images, their deltas and what their series show, on their way to a real sshd. */
@NeedsProgram({"sshd", "ssh-keygen", "rsync"})
class ImagesOnHostTest {

    @TempDir(factory = QuickDisk.class)
    private Path dir;

    private static final ImageTree TREE = new PuavoKind().images().orElseThrow();

    private final HttpClient client = HttpClient.newHttpClient();
    private ImageLab lab;
    private MirrorHost mirror;

    @BeforeEach
    void open() throws Exception {
        lab = new ImageLab(dir);
        for (int i = 0; i < 3; i++) {
            lab.build(i);
        }
        lab.init(Map.of());
        lab.takeInAndPublish();
        mirror = new MirrorHost(dir.resolve("there"));
    }

    @AfterEach
    void close() {
        mirror.close();
        lab.close();
    }

    private Outcome run(Operation.OnHost operation) throws Exception {
        HostWork work = new HostWork(new Repositories(lab.ground(), place -> place), mirror.doors(mirror.sshd.port));
        return work.run(operation, work.plan(operation, lab.job()), lab.job());
    }

    private void refused(String code, Operation.OnHost operation) {
        ProblemException refused = assertThrows(ProblemException.class, () -> run(operation));
        assertEquals(code, refused.problem().code(), refused.problem().toString());
    }

    private static String id(int number) {
        return ImageLab.id(ImageLab.STAMPS.get(number));
    }

    private Operation.Publish publishing(int number) throws Exception {
        return new Operation.Publish(lab.mirror(), mirror.host(), id(number));
    }

    private Path there(String relative) {
        return mirror.root.resolve("mirror").resolve(relative);
    }

    private void same(String relative) throws Exception {
        assertEquals(-1, Files.mismatch(lab.path(relative), there(relative)), relative);
    }

    @Test
    void whatLiesThereAlreadyIsReadAndNotSent() throws Exception {
        Files.createDirectories(there("rdiffs"));
        Files.copy(lab.path(id(0) + ".img"), there(id(0) + ".img"));
        Files.copy(lab.path("rdiffs/" + ImageLab.delta(1, 0)), there("rdiffs/" + ImageLab.delta(1, 0)));
        Files.writeString(there("rdiffs/" + ImageLab.delta(2, 0)), "another");
        Object inode = Files.getAttribute(there(id(0) + ".img"), "unix:ino");
        Outcome outcome = run(publishing(0));
        assertEquals(0, outcome.figures().get("send.files"));
        assertEquals(inode, Files.getAttribute(there(id(0) + ".img"), "unix:ino"));
        assertEquals("another", Files.readString(there("rdiffs/" + ImageLab.delta(2, 0))));
        byte[] other = Files.readAllBytes(lab.path(id(1) + ".img"));
        other[5] ^= 1;
        Files.write(there(id(1) + ".img"), other);
        refused("host.in-the-way", publishing(1));
    }

    private Operation.SwitchThere switching(int number) throws Exception {
        return new Operation.SwitchThere(lab.mirror(), mirror.host(), id(number), ImageLab.SERIES, "");
    }

    private Operation.RollbackThere rollingBack(Optional<String> to, boolean hold) throws Exception {
        return new Operation.RollbackThere(mirror.host(), "mirror", ImageLab.SERIES, to, hold, "no sound");
    }

    /** Reads the tree as bootservers do, and fetches all that it names. */
    private List<String> read(TreeServer server) throws Exception {
        byte[] document = get(server, "meta/" + ImageLab.SERIES + ".json");
        Map<String, Long> named = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        for (PublishedImage image : TREE.read("meta", document).getFirst().images()) {
            ids.add(image.name().id());
            check(server, image.name().file(), image.sums(), named);
            for (PublishedDelta delta : image.deltas()) {
                check(server, "rdiffs/" + delta.file(), delta.sums(), named);
            }
        }
        String checksums = new String(get(server, "CKSUMS"), StandardCharsets.UTF_8);
        assertEquals(
                named.keySet(),
                checksums.lines().map(line -> line.split(" ")[2]).collect(Collectors.toCollection(TreeSet::new)));
        return ids;
    }

    private void check(TreeServer server, String path, ImageSums sums, Map<String, Long> named) throws Exception {
        byte[] content = get(server, path);
        assertEquals(
                sums.sha256(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        named.put(path.substring(path.indexOf('/') + 1), sums.size());
    }

    private byte[] get(TreeServer server, String path) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    @Test
    void clientsThereFollowWhatIsSwitchedAndTakenBack() throws Exception {
        run(publishing(0));
        assertFalse(Files.exists(there("rdiffs/" + ImageLab.delta(0, 1))));
        Outcome second = run(publishing(1));
        assertTrue(
                second.figures().get("sent.bytes") < 100_000, second.figures().toString());
        for (String delta : List.of(ImageLab.delta(0, 1), ImageLab.delta(1, 0), ImageLab.delta(2, 1))) {
            same("rdiffs/" + delta);
        }
        assertFalse(Files.exists(there("meta")));
        refused("host.no-version", switching(2));
        run(switching(1));
        try (TreeServer server = TreeServer.start(Published.tree(there("")))) {
            assertEquals(List.of(id(0), id(1)), read(server));
            run(publishing(2));
            assertEquals(List.of(id(0), id(1)), read(server));
            run(switching(2));
            same("meta/" + ImageLab.SERIES + ".json");
            same("CKSUMS");
            assertEquals(List.of(id(0), id(1), id(2)), read(server));
            assertEquals(Outcome.Result.NOTHING_TO_DO, run(switching(2)).result());
            Files.delete(there("rdiffs/" + ImageLab.delta(0, 1)));
            assertEquals(
                    Optional.of(id(1)), run(rollingBack(Optional.empty(), true)).version());
            assertEquals(List.of(id(0), id(1)), read(server));
            String document = Files.readString(there("meta/" + ImageLab.SERIES + ".json"));
            assertTrue(document.contains(ImageLab.delta(2, 1)), document);
            assertFalse(document.contains(ImageLab.delta(0, 1)), document);
            refused("plan.gate", switching(2));
            assertEquals(1, run(publishing(1)).figures().get("send.files"));
            same("rdiffs/" + ImageLab.delta(0, 1));
            assertEquals(
                    Optional.of(id(0)),
                    run(rollingBack(Optional.of(id(0)), false)).version());
            assertEquals(List.of(id(0)), read(server));
            run(new Operation.ReleaseThere(mirror.host(), "mirror", ImageLab.SERIES, ""));
            run(switching(2));
            assertEquals(List.of(id(0), id(1), id(2)), read(server));
        }
        HostReport.Copy copy = copy();
        assertEquals(
                List.of(id(0), id(1), id(2)),
                copy.versions().stream().map(HostReport.CopiedVersion::name).toList());
        assertTrue(copy.versions().stream().allMatch(HostReport.CopiedVersion::complete));
        assertEquals(
                List.of(id(1), id(2), id(1), id(0), id(2)),
                copy.lanes().getFirst().spans().stream().map(Lane.Span::version).toList());
    }

    private HostReport.Copy copy() throws Exception {
        try (SshConnection connection = mirror.open()) {
            return Copies.read(connection, mirror.host(), lab.job()).getFirst();
        }
    }

    @Test
    void nothingThatIsNotThereIsEverNamedEvenWithoutRsync() throws Exception {
        mirror.close();
        Path bin = Files.createDirectories(dir.resolve("bin"));
        PublishLab.sh(
                "for p in sh cat head tr stat readlink find xargs sha256sum mkdir mv ln cp rm dd sync flock nproc grep"
                        + " chmod df id sleep touch; do cp -L \"$(command -v $p)\" \"$1/$p\"; done",
                bin.toString());
        mirror = new MirrorHost(dir.resolve("bare"), "PATH=" + bin);
        run(publishing(0));
        run(publishing(2));
        run(switching(0));
        Files.delete(there(id(2) + ".img"));
        refused("host.no-version", switching(2));
        refused("host.no-version", rollingBack(Optional.of(id(2)), true));
        Files.delete(there(id(0) + ".img"));
        refused("host.no-version", switching(0));
        run(publishing(2));
        refused("host.never-shown", rollingBack(Optional.of(id(2)), true));
        run(switching(2));
        try (TreeServer server = TreeServer.start(Published.tree(there("")))) {
            assertEquals(List.of(id(2)), read(server));
        }
    }

    @Test
    void whatAHostStoppedInIsSettledByWhoComesNext() throws Exception {
        run(publishing(0));
        run(publishing(1));
        run(switching(0));
        Path documents = there("meta/" + ImageLab.SERIES + ".json");
        byte[] first = Files.readAllBytes(documents);
        byte[] list = Files.readAllBytes(there("CKSUMS"));
        byte[] journal = Files.readAllBytes(there(".tidemark/journal.jsonl"));
        run(switching(1));
        byte[] second = Files.readAllBytes(documents);
        Path set = set(id(1));
        String intent = "{\"format\":1,\"rollback\":%s,\"channel\":\"%s\",\"link\":\"meta/%s.json\",\"text\":\"%s\","
                + "\"version\":\"%s\",\"from\":\"%s\",\"hold\":\"\",\"reason\":\"\"}";
        Path file = there(".tidemark/intent.json");
        for (boolean rollback : new boolean[] {false, true}) {
            PublishLab.sh("rm \"$1\"", documents.toString());
            Files.write(documents, first);
            PublishLab.sh("rm \"$1\"", there("CKSUMS").toString());
            Files.write(there("CKSUMS"), list);
            Files.write(there(".tidemark/journal.jsonl"), journal);
            Files.writeString(
                    file,
                    intent.formatted(rollback, ImageLab.SERIES, ImageLab.SERIES, set.getFileName(), id(1), id(0)));
            run(publishing(0));
            assertFalse(Files.exists(file));
            assertArrayEquals(rollback ? second : first, Files.readAllBytes(documents));
        }
        assertFalse(Arrays.equals(list, Files.readAllBytes(there("CKSUMS"))));
    }

    private Path set(String version) throws Exception {
        try (Stream<Path> sets = Files.list(there(".tidemark/documents/" + ImageLab.SERIES))) {
            return sets.filter(set -> leads(set, version)).findFirst().orElseThrow();
        }
    }

    private static boolean leads(Path set, String version) {
        try {
            return Files.readString(set.resolve("facts.json")).contains("\"version\":\"" + version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
