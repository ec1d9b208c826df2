package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.engine.remote.Neighbour;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.alpine.AlpineKind;
import io.tidemark.kind.tree.TreeKind;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.source.Sources;
import io.tidemark.source.UrlSources;
import io.tidemark.store.DiskStores;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An engine on real stores in a directory, with a made-up Alpine upstream beside it and a clock that stands in its time. */
public final class Lab implements AutoCloseable {

    public static final String CHANNEL = "latest-stable";

    public final Path dir;
    public final AlpineUpstream upstream;
    public final LabClock clock = new LabClock(Instant.parse("2022-08-02T12:00:00Z"));
    public final List<ForeignWriter> writers = new ArrayList<>();
    private final MachinePool cpu = new MachinePool();
    private final Engine engine;
    private final Closeable end;
    private final UnaryOperator<Engine> way;
    private final String where;

    /** A lab with the usual ways to fetch. */
    public Lab(Path dir) throws IOException {
        this(dir, new UrlSources());
    }

    /** A lab whose every call is JSON on its way. */
    static Lab overJson(Path dir) throws IOException {
        return new Lab(dir, new UrlSources(), JsonEngine::over);
    }

    /** A lab whose repositories lie on another machine. */
    static Lab overWire(Path dir) throws IOException {
        return new Lab(dir, new UrlSources(), Neighbour.SERVER);
    }

    private Lab(Path dir, Sources sources, String where) throws IOException {
        this.dir = dir;
        this.where = where;
        this.upstream = AlpineUpstream.create(dir.resolve("upstream"), AlpineRecipe.small());
        Neighbour neighbour = new Neighbour(base("there.json", sources));
        this.way = neighbour::console;
        this.engine = engine("workspace.json", sources);
        this.end = neighbour;
    }

    /** A lab that fetches in a way of its own. */
    public Lab(Path dir, Sources sources) throws IOException {
        this(dir, sources, UnaryOperator.identity());
    }

    private Lab(Path dir, Sources sources, UnaryOperator<Engine> way) throws IOException {
        this.dir = dir;
        this.where = "";
        this.upstream = AlpineUpstream.create(dir.resolve("upstream"), AlpineRecipe.small());
        this.end = () -> {};
        this.way = way;
        this.engine = engine("workspace.json", sources);
    }

    public Engine engine() {
        return engine;
    }

    /** Another console on the same machine. */
    public Engine engine(String workspace, Sources sources) {
        LocalEngine.Base base = base(workspace, sources);
        return way.apply(LocalEngine.make(base.ground(), base.neighbours(), base.workspaceFile(), cpu));
    }

    /** What engines of this machine stand on. */
    public LocalEngine.Base base() {
        return base("there.json", new UrlSources());
    }

    private LocalEngine.Base base(String workspace, Sources sources) {
        Ground ground = new Ground(
                new DiskStores(clock), sources, List.of(new AlpineKind(), new TreeKind()), clock, "tester@lab");
        return new LocalEngine.Base(ground, new Known(writers), dir.resolve(workspace), cpu);
    }

    public JobContext job() {
        return new Unwatched(cpu);
    }

    /** Where the Alpine repository lies. */
    public String repository() {
        return where + dir.resolve("alpine");
    }

    public Path path(String relative) {
        return dir.resolve("alpine").resolve(relative);
    }

    /** Makes the repository, keys trusted. */
    public Lab init() throws Exception {
        run(new Operation.Init(
                repository(),
                "alpine",
                "",
                upstreamSettings(),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.of(upstream.root().resolve("keys").toString()),
                List.of()));
        return this;
    }

    public Upstream upstreamSettings() {
        return new Upstream(
                upstream.root().toUri().toString(),
                Map.of(
                        "branch", List.of("v3.15"),
                        "arch", List.of("x86_64"),
                        "repos", List.of("main", "community", "releases")));
    }

    public Outcome run(Operation operation) throws ProblemException, InterruptedException {
        Outcome outcome = engine.operations().run(engine.operations().plan(operation, job()), job());
        clock.advance(Duration.ofMinutes(20));
        return outcome;
    }

    /** Makes a version of what upstream has now. */
    public Outcome update() throws ProblemException, InterruptedException {
        return run(updating(Optional.empty()));
    }

    /** The same, and moves the channel, whatever changes at boot. */
    public Outcome updateAndPromote() throws ProblemException, InterruptedException {
        return run(updating(Optional.of(CHANNEL)));
    }

    public Operation.Update updating(Optional<String> channel) {
        return new Operation.Update(repository(), Optional.empty(), channel, true, List.of(), List.of());
    }

    public Outcome promote(String version) throws ProblemException, InterruptedException {
        return run(new Operation.Promote(repository(), version, CHANNEL, true, true, ""));
    }

    public Outcome rollback() throws ProblemException, InterruptedException {
        return run(new Operation.Rollback(repository(), CHANNEL, Optional.empty(), true, "clients do not boot"));
    }

    /** What the channel's link says. */
    public String live() throws IOException {
        return Files.readSymbolicLink(path(CHANNEL)).toString();
    }

    /** The problem that refuses an operation. */
    public Problem refused(Operation operation) {
        return assertThrows(ProblemException.class, () -> run(operation)).problem();
    }

    public void refused(String code, Operation operation) {
        assertEquals(code, refused(operation).code());
    }

    /** Every file and link that clients can see, with its content's size and time. */
    public Map<String, String> published() {
        Path root = path("");
        Map<String, String> seen = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                String name = root.relativize(path).toString();
                if (!name.startsWith(".tidemark")) {
                    seen.put(name, describe(path));
                }
            }
            return seen;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String describe(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                ? "directory"
                : Files.size(path) + " " + Files.getLastModifiedTime(path) + " "
                        + java.util.Arrays.hashCode(Files.readAllBytes(path));
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (IOException closedAlready) {
            throw new UncheckedIOException(closedAlready);
        }
        cpu.close();
    }

    private record Known(List<ForeignWriter> found) implements Neighbours {

        @Override
        public List<ForeignWriter> of(Path root) {
            return List.copyOf(found);
        }

        @Override
        public void disable(ForeignWriter writer) {
            found.remove(writer);
        }
    }
}
