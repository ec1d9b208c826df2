package io.tidemark.demo;

import io.tidemark.engine.Engine;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A demonstration in one directory: a small signed upstream, an Alpine repository that followed it for months, with a
 * promotion that had to be taken back, a companion tree, images with deltas between them, and a workspace that knows all. Upstream is one release ahead,
 * so that there is something to update. Needs no network.
 */
public final class Demo {

    /** The channel that the made-up thin clients follow. */
    public static final String CHANNEL = "latest-stable";

    private static final String TESTING = "testing";
    private static final Duration AGE = Duration.ofDays(105);
    private static final int PACKAGES = 180;

    private final Path dir;

    private Demo(Path dir) {
        this.dir = dir;
    }

    /** Makes engines: one that lives in the made-up past while the history is written. */
    @FunctionalInterface
    public interface Engines {
        /** An engine over a workspace file, living by a clock. */
        Engine make(Path workspaceFile, Clock clock);
    }

    /**
     * The demonstration in a directory; made if the directory is empty or missing, found again if it holds one.
     *
     * @throws ProblemException {@code cli.demo} if the directory holds something else
     */
    public static Demo in(Path dir, Engines engines, JobContext job) throws ProblemException, InterruptedException {
        Demo demo = new Demo(dir.toAbsolutePath().normalize());
        if (Files.exists(demo.workspaceFile())) {
            return demo;
        }
        if (!demo.free()) {
            throw new ProblemException(Problem.of("cli.demo", Problem.Category.USAGE, "object", dir));
        }
        demo.make(engines, job);
        return demo;
    }

    /** Where it lies. */
    public Path dir() {
        return dir;
    }

    /** The workspace that knows its repositories. */
    public Path workspaceFile() {
        return dir.resolve("workspace.json");
    }

    /** The Alpine repository. */
    public Path repository() {
        return dir.resolve("alpine");
    }

    /** The companion tree beside it. */
    public Path companions() {
        return repository().resolve("panoptiscan.versions");
    }

    /** The repository of images. */
    public Path images() {
        return dir.resolve("puavo");
    }

    private boolean free() {
        if (!Files.exists(dir)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(dir)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void make(Engines engines, JobContext job) throws ProblemException, InterruptedException {
        try {
            HistoryClock clock = new HistoryClock(Clock.systemUTC().instant().minus(AGE));
            Path unfinished = dir.resolve("workspace.unfinished.json");
            Files.createDirectories(dir);
            AlpineUpstream upstream = AlpineUpstream.create(
                    dir.resolve("upstream"), new AlpineRecipe(1, PACKAGES, "3.15.2", "x86_64", 2_000));
            History history = new History(engines.make(unfinished, clock), clock, job);
            alpine(history, upstream);
            panoptiscan(history);
            HistoryClock weeks = new HistoryClock(Clock.systemUTC().instant().minus(AGE));
            puavo(new History(engines.make(unfinished, weeks), weeks, job), weeks);
            upstream.mutate(6);
            upstream.pointRelease();
            Files.move(unfinished, workspaceFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Four releases, the last of which did not boot everywhere. */
    private void alpine(History history, AlpineUpstream upstream)
            throws ProblemException, InterruptedException, IOException {
        String place = repository().toString();
        history.run(new Operation.Init(
                place,
                "alpine",
                "alpine-thin-clients",
                new Upstream(
                        upstream.root().toUri().toString(),
                        Map.of(
                                "branch", List.of(upstream.recipe().branch()),
                                "arch", List.of(upstream.recipe().arch()),
                                "repos", List.of("main", "community", "releases"))),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.of(upstream.root().resolve("keys").toString()),
                List.of()));
        history.update(place, Optional.of(CHANNEL), Duration.ofDays(21));
        for (Duration until : List.of(Duration.ofDays(28), Duration.ofDays(35))) {
            upstream.mutate(5);
            upstream.pointRelease();
            history.update(place, Optional.of(TESTING), Duration.ofDays(4));
            history.promote(place, CHANNEL, "tested on the lab's clients", until.minusDays(4));
        }
        upstream.mutate(7);
        upstream.pointRelease();
        history.update(place, Optional.of(TESTING), Duration.ofDays(6));
        history.promote(place, CHANNEL, "", Duration.ofHours(11));
        history.run(new Operation.Rollback(
                place, CHANNEL, Optional.empty(), true, "thin clients with an i915 stop at boot"));
        history.pass(Duration.ofDays(1));
    }

    /** Four images, each published with its deltas; a fifth is built and waits. */
    private void puavo(History history, Clock clock) throws ProblemException, InterruptedException, IOException {
        Path directory = dir.resolve("images");
        String place = images().toString();
        history.run(new Operation.Init(
                place,
                "puavo",
                "puavo-images",
                new Upstream(directory.toUri().toString(), Map.of("base-url", List.of("https://images.example.org"))),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of()));
        BuiltImages images = new BuiltImages(directory);
        for (int i = 0; i < 4; i++) {
            images.build(clock.instant());
            history.run(new Operation.MakeDeltas(place, true, Map.of(), Map.of()));
            history.pass(Duration.ofDays(24));
        }
        images.build(clock.instant());
    }

    private void panoptiscan(History history) throws ProblemException, InterruptedException, IOException {
        Path origin = dir.resolve("upstream-panoptiscan");
        String place = companions().toString();
        CompanionTree.write(origin, 7, 0);
        history.run(new Operation.Init(
                place,
                "tree",
                "panoptiscan",
                new Upstream(origin.toUri().toString(), Map.of()),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of()));
        for (int day = 1; day <= 5; day++) {
            history.update(place, Optional.of("panoptiscan"), Duration.ofDays(2));
            CompanionTree.write(origin, 7, day);
        }
    }
}
