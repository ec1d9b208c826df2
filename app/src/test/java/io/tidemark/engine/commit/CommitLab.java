package io.tidemark.engine.commit;

import io.tidemark.engine.Engine;
import io.tidemark.engine.LabClock;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.git.GitKind;
import io.tidemark.kind.ostree.OstreeKind;
import io.tidemark.model.Channel;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.program.Ostree;
import io.tidemark.program.OstreeContent;
import io.tidemark.source.UrlSources;
import io.tidemark.store.DiskStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine with OSTree repositories made by the real program. */
public final class CommitLab implements AutoCloseable {

    public static final String DEV_REF = "demo/x86_64/dev";
    public static final String PROD_REF = "demo/x86_64/prod";

    public final Path dir;
    public final Path root;
    private final LabClock clock = new LabClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final MachinePool cpu = new MachinePool();
    private final Ground ground;
    private final Engine engine;
    private final Ostree ostree = new Ostree(System.getenv("PATH"));

    public CommitLab(Path dir) {
        this(dir, new OstreeKind());
    }

    public CommitLab(Path dir, RepositoryKind kind) {
        this.dir = dir;
        this.root = dir.resolve("kinoite");
        this.ground =
                new Ground(new DiskStores(clock), new UrlSources(), List.of(kind, new GitKind()), clock, "tester@lab");
        this.engine = LocalEngine.make(ground, new Nobody(), dir.resolve("workspace.json"), cpu);
    }

    public Ground ground() {
        return ground;
    }

    /** What an engine of another process stands on, with a workspace of its own. */
    public LocalEngine.Base base(Path workspace) {
        return new LocalEngine.Base(ground, new Nobody(), workspace, cpu);
    }

    public Engine engine() {
        return engine;
    }

    Ostree ostree() {
        return ostree;
    }

    public JobContext job() {
        return new Unwatched(cpu);
    }

    /** Makes the repository, with the content of the directory {@code system} as its upstream. */
    public void init(Map<String, String> options) throws Exception {
        init(Files.createDirectories(dir.resolve("system")).toUri().toString(), options);
    }

    public void init(String upstream, Map<String, String> options) throws Exception {
        Map<String, List<String>> all = new HashMap<>(Map.of("ref", List.of(DEV_REF), "prod-ref", List.of(PROD_REF)));
        options.forEach((name, value) -> all.put(name, List.of(value)));
        run(new Operation.Init(
                root.toString(),
                "ostree",
                "",
                new Upstream(upstream, all),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of()));
        for (String each : List.of("dev", "prod")) {
            hasty(root.resolve(each));
        }
    }

    /** Nobody cuts the power of a test. */
    public static void hasty(Path repository) throws IOException {
        Path config = repository.resolve("config");
        Files.writeString(config, Files.readString(config).replace("[core]", "[core]\nfsync=false"));
    }

    /** Builds the next system. */
    public void build(String release) throws IOException {
        Path system = dir.resolve("system");
        Files.createDirectories(system.resolve("usr/lib"));
        Files.writeString(system.resolve("usr/lib/os-release"), "VERSION=" + release + "\n");
        Files.writeString(system.resolve("usr/lib/kernel"), "kernel ".repeat(3000) + release);
        Files.writeString(system.resolve("usr/lib/same"), "the same in all of them");
    }

    public Outcome release(String version) throws Exception {
        build(version);
        return run(new Operation.Update(
                root.toString(), Optional.of(version), Optional.empty(), false, List.of(), List.of()));
    }

    public Outcome update() throws Exception {
        return run(
                new Operation.Update(root.toString(), Optional.empty(), Optional.empty(), false, List.of(), List.of()));
    }

    public Outcome promote(String version) throws Exception {
        return promote(version, "prod");
    }

    public Outcome promote(String version, String channel) throws Exception {
        boolean fresh = channel(channel).isEmpty();
        return run(new Operation.Promote(root.toString(), version, channel, fresh, true, ""));
    }

    public Outcome rollback(Optional<String> to, boolean byRef) throws Exception {
        return rollback("prod", to, byRef);
    }

    public Outcome rollback(String channel, Optional<String> to, boolean byRef) throws Exception {
        return run(new Operation.Rollback(root.toString(), channel, to, false, "", byRef));
    }

    public Optional<String> channel(String name) throws Exception {
        return engine.views().status(root.toString()).channels().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .flatMap(Channel::target);
    }

    /** Commits as somebody without this program does. */
    String foreignCommit(Path repository, String ref, String version) throws Exception {
        return ostree.content(repository)
                .commit(
                        new OstreeContent.Order(
                                ref,
                                new OstreeContent.Tree.Directory(dir.resolve("system"), true),
                                "by hand",
                                "",
                                Map.of("version", version),
                                Optional.empty(),
                                Optional.empty()),
                        job());
    }

    public Outcome run(Operation operation) throws ProblemException, InterruptedException {
        Plan plan = engine.operations().plan(operation, job());
        Outcome outcome = engine.operations().run(plan, job());
        clock.advance(Duration.ofMinutes(20));
        return outcome;
    }

    /** What the program says of a repository: nothing if all is well. */
    public String fsck(Path repository) throws Exception {
        var checked = ostree.upkeep(repository).check(job());
        return checked.good() ? "" : String.join("\n", checked.said());
    }

    @Override
    public void close() {
        cpu.close();
    }

    /** Nobody else writes into these trees. */
    private static final class Nobody implements Neighbours {
        @Override
        public List<ForeignWriter> of(Path root) {
            return List.of();
        }

        @Override
        public void disable(ForeignWriter writer) {
            throw new IllegalStateException("there is none");
        }
    }
}
