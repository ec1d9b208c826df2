package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.demo.AlpineTampering;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionState;
import io.tidemark.source.Answer;
import io.tidemark.source.Entry;
import io.tidemark.source.Request;
import io.tidemark.source.Source;
import io.tidemark.source.Sources;
import io.tidemark.source.UrlSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upstreams that move on, break off or lie while they are read. */
class UpstreamMovesTest {

    @TempDir
    private Path dir;

    private final Meddling meddling = new Meddling();
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab(dir, meddling).init();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void whatMovedIsPlannedAgainAndWhatIsVerifiedStays() throws Exception {
        meddling.at(20, () -> lab.upstream.mutate(10));
        Outcome outcome = lab.update();
        assertEquals(Outcome.Result.DONE, outcome.result());
        Path ours = lab.path("3.15.4/main/x86_64/APKINDEX.tar.gz");
        Path theirs = lab.upstream.directory("main").resolve("APKINDEX.tar.gz");
        assertEquals(-1, java.nio.file.Files.mismatch(ours, theirs));
        assertEquals(
                Outcome.Result.DONE,
                lab.run(new Operation.Verify(lab.repository(), outcome.version()))
                        .result());
    }

    @Test
    void aPointReleaseInBetweenNamesTheVersion() throws Exception {
        meddling.at(20, () -> lab.upstream.pointRelease());
        assertEquals(Optional.of("3.15.5"), lab.update().version());
        assertEquals(1, lab.engine().views().versions(lab.repository()).size());
    }

    @Test
    void anUpstreamThatLiesIsRefusedAndNothingVisibleChanges() throws Exception {
        Map<String, String> before = lab.published();
        new AlpineTampering(lab.upstream).corrupt("main", somePackage());
        Problem problem = lab.refused(lab.updating(Optional.of(Lab.CHANNEL)));
        assertEquals(3, problem.category().exitCode(), problem::toString);
        assertEquals(Problem.State.STAGING_KEPT, problem.state());
        assertEquals(before, lab.published());
        assertTrue(problem.args().get("object").contains(somePackage()), problem::toString);
    }

    @Test
    void aMissingPackageIsLookedForThreeTimesThenRefused() throws Exception {
        new AlpineTampering(lab.upstream).lose("main", somePackage());
        Problem problem = lab.refused(lab.updating(Optional.empty()));
        assertEquals("upstream.missing", problem.code());
        assertEquals(3, meddling.asked(somePackage()));
    }

    @Test
    void aFileThatGrowsWheneverItIsReadMeansABusyUpstreamNotAWrongOne() throws Exception {
        Path file = Files.createDirectory(dir.resolve("tree")).resolve("log");
        Files.writeString(file, "line");
        String mirror = dir.resolve("mirror").toString();
        Upstream upstream = new Upstream(file.getParent().toString(), Map.of());
        lab.run(new Operation.Init(
                mirror,
                "tree",
                "",
                upstream,
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of()));
        meddling.always(() -> Files.writeString(file, "more", StandardOpenOption.APPEND));
        Problem problem = lab.refused(
                new Operation.Update(mirror, Optional.empty(), Optional.empty(), false, List.of(), List.of()));
        assertEquals("plan.moving", problem.code());
        assertEquals(upstream.url(), problem.args().get("object"));
        assertEquals(Problem.State.STAGING_KEPT, problem.state());
    }

    @Test
    void whatWasFetchedBeforeTheLineBrokeIsNotFetchedAgain() throws Exception {
        meddling.breakAt(40);
        Problem broken = lab.refused(lab.updating(Optional.empty()));
        assertEquals(4, broken.category().exitCode());
        assertEquals(Problem.State.STAGING_KEPT, broken.state());
        Plan plan = lab.engine().operations().plan(lab.updating(Optional.empty()), lab.job());
        assertTrue(
                plan.figures().get("download.files") < 100, () -> plan.figures().toString());
        lab.engine().operations().run(plan, lab.job());
        assertEquals(
                VersionState.SEALED,
                lab.engine().views().versions(lab.repository()).getLast().state());
    }

    @Test
    void anUpdateSealsWhatASyncBegan() throws Exception {
        lab.run(new Operation.Sync(lab.repository(), Optional.of("wednesday"), List.of(), List.of()));
        assertEquals(
                VersionState.STAGED,
                lab.engine().views().versions(lab.repository()).getLast().state());
        Plan plan = lab.engine().operations().plan(lab.updating(Optional.empty()), lab.job());
        assertEquals(Optional.of("wednesday"), plan.version());
        assertEquals(
                Optional.of("wednesday"),
                lab.engine().operations().run(plan, lab.job()).version());
    }

    @Test
    void anOlderIndexIsRefusedUnlessPassedOverByName() throws Exception {
        lab.update();
        lab.upstream.mutate(5);
        lab.update();
        new AlpineTampering(lab.upstream).replayOlderIndex();
        assertEquals("older", lab.refused(lab.updating(Optional.empty())).args().get("gate"));
    }

    @Test
    void anUnknownKeyIsRefusedWithItsFingerprintAndTrustedOnRequest() throws Exception {
        String stranger =
                new AlpineTampering(lab.upstream).signWithUnknownKey("main").fingerprint();
        Problem problem = lab.refused(lab.updating(Optional.empty()));
        assertEquals(3, problem.category().exitCode());
        String shown = problem.args().get("fingerprint");
        assertTrue(shown.contains(stranger), () -> shown + " " + stranger);
        Operation trusting = new Operation.Update(
                lab.repository(), Optional.empty(), Optional.empty(), false, List.of(), List.of(shown));
        assertEquals(Outcome.Result.DONE, lab.run(trusting).result());
        assertTrue(lab.engine().views().status(lab.repository()).config().keys().stream()
                .anyMatch(key -> key.fingerprint().contains(stranger)));
    }

    private String somePackage() {
        return "busybox";
    }

    /** Sources that do something when so many files were asked for. */
    private static final class Meddling implements Sources {
        private final AtomicInteger opened = new AtomicInteger();
        private final java.util.Queue<String> locations = new java.util.concurrent.ConcurrentLinkedQueue<>();
        private volatile int when = -1;
        private volatile int broken = -1;
        private volatile Step step = () -> {};
        private volatile Step always = () -> {};

        interface Step {
            void run() throws java.io.IOException;
        }

        void at(int count, Step then) {
            when = opened.get() + count;
            step = then;
        }

        void always(Step then) {
            always = then;
        }

        void breakAt(int count) {
            broken = opened.get() + count;
        }

        long asked(String name) {
            return locations.stream()
                    .filter(l -> l.matches(".*/" + name + "-[0-9].*"))
                    .count();
        }

        @Override
        public Source open(String url, TransferSettings settings) throws ProblemException {
            return new Meddled(new UrlSources().open(url, settings), this);
        }

        synchronized void opened(String location) throws ProblemException {
            locations.add(location);
            int count = opened.incrementAndGet();
            try {
                always.run();
                if (count == when) {
                    step.run();
                }
            } catch (java.io.IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
            if (count == broken) {
                throw new ProblemException(
                        Problem.of("upstream.unreachable", Problem.Category.UNREACHABLE, "object", location));
            }
        }
    }

    private record Meddled(Source source, Meddling meddling) implements Source {

        @Override
        public String root() {
            return source.root();
        }

        @Override
        public Answer open(Request request, JobContext job) throws ProblemException, InterruptedException {
            meddling.opened(request.location());
            return source.open(request, job);
        }

        @Override
        public byte[] read(String location, long maxBytes, JobContext job)
                throws ProblemException, InterruptedException {
            return source.read(location, maxBytes, job);
        }

        @Override
        public List<Entry> list(String location, JobContext job) throws ProblemException, InterruptedException {
            return source.list(location, job);
        }

        @Override
        public long requests() {
            return source.requests();
        }

        @Override
        public long bytesReceived() {
            return source.bytesReceived();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
