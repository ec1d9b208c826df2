package io.tidemark.engine.image;

import io.tidemark.engine.Engine;
import io.tidemark.engine.LabClock;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Progress;
import io.tidemark.kind.puavo.PuavoKind;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Severity;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
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
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine with repositories of images, which are random bytes of which a few change from one to the next. */
public final class ImageLab implements AutoCloseable {

    public static final String SERIES = "puavo-os-amxa-buster-amd64";
    public static final List<String> STAMPS =
            List.of("2021-04-13-192449", "2021-04-13-193910", "2022-01-17-120001", "2022-01-20-173248");

    public final Path dir;
    private final LabClock clock = new LabClock(Instant.parse("2022-08-02T12:00:00Z"));
    private final MachinePool cpu = new MachinePool();
    private final Ground ground;
    private final Engine engine;
    private final Random random = new Random(5);
    private final byte[] content = new byte[300_000];

    public ImageLab(Path dir) throws IOException {
        this.dir = dir;
        random.nextBytes(content);
        Files.createDirectory(dir.resolve("images"));
        this.ground =
                new Ground(new DiskStores(clock), new UrlSources(), List.of(new PuavoKind()), clock, "tester@lab");
        this.engine = LocalEngine.make(ground, new Nobody(), dir.resolve("workspace.json"), cpu);
    }

    public Engine engine() {
        return engine;
    }

    /** What its engine stands on. */
    public Ground ground() {
        return ground;
    }

    public static String id(String stamp) {
        return "puavo-os-amxa-buster-" + stamp + "-amd64";
    }

    public static String delta(int from, int to) {
        return "puavo-os-amxa-buster-" + STAMPS.get(from) + "--" + STAMPS.get(to) + "-amd64.rdiff";
    }

    /** Builds the next image. */
    public void build(int number) throws IOException {
        byte[] change = new byte[2000];
        random.nextBytes(change);
        System.arraycopy(change, 0, content, random.nextInt(content.length - change.length), change.length);
        Files.write(dir.resolve("images").resolve(id(STAMPS.get(number)) + ".img"), content);
    }

    public Path path(String relative) {
        return Path.of(mirror()).resolve(relative);
    }

    public String mirror() {
        return dir.resolve("mirror").toString();
    }

    /** Makes the repository of the images that are built here. */
    public void init(Map<String, String> options) throws Exception {
        init(mirror(), dir.resolve("images").toUri().toString(), options);
    }

    void init(String place, String upstream, Map<String, String> options) throws Exception {
        Map<String, List<String>> all = new HashMap<>(Map.of("base-url", List.of("https://images.example.org")));
        options.forEach((name, value) -> all.put(name, List.of(value)));
        run(new Operation.Init(
                place,
                "puavo",
                "",
                new Upstream(upstream, all),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of()));
    }

    /** From now on the clients fetch from another address. */
    public void moveTo(String url) throws Exception {
        RepositoryConfig now = engine.views().status(mirror()).config();
        Map<String, List<String>> options = new HashMap<>(now.upstream().options());
        options.put("base-url", List.of(url));
        run(new Operation.Configure(
                mirror(),
                now.name(),
                new Upstream(now.upstream().url(), options),
                now.transfer(),
                now.policies(),
                Map.of()));
    }

    public Outcome run(Operation operation) throws ProblemException, InterruptedException {
        return run(operation, Integer.MAX_VALUE);
    }

    /** The same, cancelled after so many deltas. */
    Outcome run(Operation operation, int deltas) throws ProblemException, InterruptedException {
        Outcome outcome = engine.operations().run(engine.operations().plan(operation, job()), new Job(deltas));
        clock.advance(Duration.ofMinutes(20));
        return outcome;
    }

    public Outcome takeInAndPublish() throws ProblemException, InterruptedException {
        return run(new Operation.MakeDeltas(mirror(), true, Map.of(), Map.of()));
    }

    public JobContext job() {
        return new Job(Integer.MAX_VALUE);
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
            throw new AssertionError(writer);
        }
    }

    /** A job that is cancelled after some deltas. */
    private final class Job implements JobContext {
        private final Progress progress = new Progress();
        private final AtomicInteger left;

        Job(int deltas) {
            left = new AtomicInteger(deltas);
        }

        @Override
        public Progress progress() {
            return progress;
        }

        @Override
        public void checkpoint() throws InterruptedException {
            if (left.get() <= 0) {
                throw new InterruptedException("cancelled by the test");
            }
        }

        @Override
        public void log(Severity severity, Phrase phrase) {
            if (phrase.key().equals("log.delta.made")) {
                left.decrementAndGet();
            }
        }

        @Override
        public CpuPool cpu() {
            return cpu;
        }
    }
}
