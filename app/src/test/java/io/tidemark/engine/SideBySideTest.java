package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.job.JobContext;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.VersionState;
import io.tidemark.model.Writer;
import io.tidemark.source.Answer;
import io.tidemark.source.Entry;
import io.tidemark.source.Request;
import io.tidemark.source.Source;
import io.tidemark.source.Sources;
import io.tidemark.source.UrlSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What others see and may do while an update is under way. */
@Timeout(120)
class SideBySideTest {

    @TempDir
    private Path dir;

    private final Gatekeeper gatekeeper = new Gatekeeper();
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab(dir, gatekeeper).init();
    }

    @AfterEach
    void close() {
        gatekeeper.openAll();
        lab.close();
    }

    @Test
    void aSecondConsoleReadsAndIsToldWhoWrites() throws Exception {
        JobRecord job = beginUpdate();
        Engine other = lab.engine("other.json", new UrlSources());
        Writer writer = other.views().status(lab.repository()).writer().orElseThrow();
        assertEquals("update", writer.operation());
        assertEquals("tester@lab", writer.actor());
        assertEquals(
                VersionState.STAGED,
                other.views().versions(lab.repository()).getLast().state());
        Plan plan = other.operations()
                .plan(
                        new Operation.Update(
                                lab.repository(), Optional.empty(), Optional.empty(), false, List.of(), List.of()),
                        lab.job());
        Problem busy = org.junit.jupiter.api.Assertions.assertThrows(
                        ProblemException.class, () -> other.operations().run(plan, lab.job()))
                .problem();
        assertEquals("store.busy", busy.code());
        assertEquals(5, busy.category().exitCode());
        assertTrue(busy.args().containsValue("tester@lab"), busy::toString);
        gatekeeper.openAll();
        assertEquals(JobState.DONE, lab.engine().jobs().await(job.id()).state());
    }

    @Test
    void jobsOfOneConsoleWaitForEachOther() throws Exception {
        JobRecord first = beginUpdate();
        JobRecord second = lab.engine()
                .jobs()
                .start(lab.engine()
                        .operations()
                        .plan(new Operation.Verify(lab.repository(), Optional.empty()), lab.job()));
        JobRecord queued = lab.engine().jobs().get(second.id());
        assertEquals(JobState.QUEUED, queued.state());
        assertTrue(queued.waitsFor().orElseThrow().startsWith("tidemark update"));
        gatekeeper.openAll();
        assertEquals(JobState.DONE, lab.engine().jobs().await(second.id()).state());
        assertEquals(JobState.DONE, lab.engine().jobs().get(first.id()).state());
    }

    @Test
    void aCancelledUpdateLeavesWhatClientsSeeAndGoesOnLater() throws Exception {
        Map<String, String> before = lab.published();
        JobRecord job = beginUpdate();
        lab.engine().jobs().cancel(job.id());
        assertEquals(JobState.CANCELLED, lab.engine().jobs().await(job.id()).state());
        assertEquals(before, lab.published());
        assertTrue(lab.engine().views().status(lab.repository()).writer().isEmpty());
        gatekeeper.openAll();
        JobRecord again = lab.engine().jobs().resume(job.id());
        assertEquals(JobState.DONE, lab.engine().jobs().await(again.id()).state());
        assertEquals(1, lab.engine().views().versions(lab.repository()).size());
    }

    @Test
    void aPausedUpdateWaitsAndGoesOn() throws Exception {
        JobRecord job = beginUpdate();
        lab.engine().jobs().pause(job.id());
        gatekeeper.openAll();
        assertEquals(JobState.PAUSED, lab.engine().jobs().get(job.id()).state());
        lab.engine().jobs().resume(job.id());
        assertEquals(JobState.DONE, lab.engine().jobs().await(job.id()).state());
    }

    private JobRecord beginUpdate() throws Exception {
        Plan plan = lab.engine().operations().plan(lab.updating(Optional.empty()), lab.job());
        JobRecord job = lab.engine().jobs().start(plan);
        gatekeeper.reached.await();
        return job;
    }

    /** Sources that let so many files of an update pass and then wait until the gate is opened. */
    private static final class Gatekeeper implements Sources {
        private static final int FREE = 30;

        private final AtomicInteger opened = new AtomicInteger();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);

        void openAll() {
            gate.countDown();
        }

        void pass() throws InterruptedException {
            if (opened.incrementAndGet() > FREE) {
                reached.countDown();
                gate.await();
            }
        }

        @Override
        public Source open(String url, TransferSettings settings) throws ProblemException {
            return new Guarded(new UrlSources().open(url, settings), this);
        }
    }

    private record Guarded(Source source, Gatekeeper gatekeeper) implements Source {

        @Override
        public String root() {
            return source.root();
        }

        @Override
        public Answer open(Request request, JobContext job) throws ProblemException, InterruptedException {
            gatekeeper.pass();
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
