package io.tidemark.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.Copies;
import io.tidemark.host.publish.MirrorHost;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.tree.TreeKind;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.UrlSources;
import io.tidemark.store.DiskStores;
import io.tidemark.store.RepositoryStore;
import io.tidemark.store.WriteSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A repository of trees that a test makes by hand, a mirror host, and somebody who publishes. */
public final class PublishLab implements AutoCloseable {

    public static final String CHANNEL = "latest-stable";

    public final Path dir;
    public final Path root;
    public final MirrorHost mirror;
    public final String name;
    private final DiskStores stores = new DiskStores(Clock.systemUTC());
    private final Repositories repositories;
    private final MachinePool cpu = new MachinePool();

    /** Variables are those of the account there. */
    public PublishLab(Path dir, String name, String... variables) throws Exception {
        this.dir = dir;
        this.name = name;
        root = Files.createDirectories(dir.resolve("here/files"));
        mirror = new MirrorHost(dir.resolve("there"), variables);
        repositories = new Repositories(
                new Ground(stores, new UrlSources(), List.of(new TreeKind()), Clock.systemUTC(), "tester@lab"),
                place -> place);
    }

    /** Takes the trees that were made below {@link #root} in, oldest first, and seals them. */
    public PublishLab seal(String... versions) throws Exception {
        return sealAs("0123456789abcdef0123456789abcdef", versions);
    }

    public PublishLab sealAs(String id, String... versions) throws Exception {
        RepositoryConfig config = new RepositoryConfig(
                RepositoryConfig.FORMAT,
                id,
                name,
                "tree",
                new Upstream("", Map.of()),
                TransferSettings.standard(),
                Policies.standard(),
                List.of(),
                List.of(),
                Map.of());
        List<Recognition.FoundVersion> found = java.util.stream.Stream.of(versions)
                .map(version -> new Recognition.FoundVersion(version, version))
                .toList();
        Recognition recognition =
                new Recognition("tree", 100, found, List.of(), List.of(), new Upstream("", Map.of()), List.of());
        RepositoryStore store = stores.adopt(root, config, recognition, "tester@lab");
        try (WriteSession session = store.write("seal", "tester@lab", job())) {
            for (String version : versions) {
                session.sealAdopted(version, VersionFacts.none(), Map.of(), job());
            }
        }
        return this;
    }

    public RepositoryStore store() throws ProblemException {
        return stores.open(root);
    }

    public JobContext job() {
        return new Unwatched(cpu);
    }

    public Outcome run(Operation.OnHost operation, Doors doors) throws ProblemException, InterruptedException {
        HostWork work = new HostWork(repositories, doors);
        return work.run(operation, work.plan(operation, job()), job());
    }

    public Outcome run(Operation.OnHost operation) throws Exception {
        return run(operation, mirror.doors(mirror.sshd.port));
    }

    public Operation.Publish publishing(String version) throws Exception {
        return publishing(version, mirror.host());
    }

    public Operation.Publish publishing(String version, Host host) {
        return new Operation.Publish(root.toString(), host, version);
    }

    public Operation.SwitchThere switching(String version) throws Exception {
        return switching(version, mirror.host());
    }

    public Operation.SwitchThere switching(String version, Host host) {
        return new Operation.SwitchThere(root.toString(), host, version, CHANNEL, "");
    }

    public Operation.RollbackThere rollingBack(Optional<String> to) throws Exception {
        return new Operation.RollbackThere(mirror.host(), name, CHANNEL, to, true, "clients do not boot");
    }

    public Operation.ReleaseThere releasing() throws Exception {
        return new Operation.ReleaseThere(mirror.host(), name, CHANNEL, "");
    }

    public void refused(String code, Operation.OnHost operation) {
        ProblemException refused = assertThrows(ProblemException.class, () -> run(operation));
        assertEquals(code, refused.problem().code(), refused.problem().toString());
    }

    /** Where the copy lies. */
    public Path there(String relative) {
        return mirror.root.resolve(name).resolve(relative);
    }

    public HostReport.Copy copy() throws Exception {
        try (SshConnection connection = mirror.open()) {
            return Copies.read(connection, mirror.host(), job()).stream()
                    .filter(copy -> copy.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Every entry of a tree with its kind, mode, content or target, as bytes of names. */
    public static String seen(Path tree) throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "cd \"$1\" && find . -mindepth 1 -printf '%y %m %s %l %p\\n' | LC_ALL=C sort; "
                                + "find . -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum",
                        "sh",
                        tree.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** Runs a shell script with arguments. */
    public static void sh(String script, String... arguments) throws Exception {
        List<String> words = new java.util.ArrayList<>(List.of("sh", "-ec", script, "sh"));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** Writes files of a version, content by path. */
    public void write(String version, Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
            Path path = root.resolve(version).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    @Override
    public void close() {
        mirror.close();
    }
}
