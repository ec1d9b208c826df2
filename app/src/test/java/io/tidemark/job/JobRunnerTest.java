package io.tidemark.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobRunnerTest {

    private final MachinePool cpu = new MachinePool(1);
    private final List<JobState> kept = new CopyOnWriteArrayList<>();
    private final JobRunner runner = JobRunner.onVirtualThreads(cpu, Clock.systemUTC(), new JobKeeper() {
        @Override
        public void changed(JobRecord job) {
            kept.add(job.state());
        }

        @Override
        public void logged(String id, LogLine line) {}
    });

    @AfterEach
    void close() {
        cpu.close();
    }

    @Test
    void doneJobsKeepTheirOutcomeAndEveryStateIsKept() throws Exception {
        runner.start(order("1", Set.of(), job -> {
            job.log("sample.key", "n", 1);
            return outcome();
        }));
        JobRecord record = runner.await("1").orElseThrow();
        assertEquals(JobState.DONE, record.state());
        assertEquals(Optional.of(outcome()), record.outcome());
        assertEquals(List.of(JobState.QUEUED, JobState.RUNNING, JobState.DONE), kept);
        assertEquals(
                Phrase.of("sample.key", "n", 1), runner.log("1", 0).getFirst().phrase());
        assertEquals(List.of(), runner.log("1", 1));
    }

    @Test
    void writersOfOneRepositoryWaitInTheOrderInWhichTheyCame() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            runner.start(order(id, Set.of(ResourceKey.writing("/r")), job -> {
                go.await();
                order.add(id);
                return outcome();
            }));
        }
        assertEquals(Optional.of("tidemark a"), runner.get("b").orElseThrow().waitsFor());
        assertEquals(JobState.QUEUED, runner.get("c").orElseThrow().state());
        go.countDown();
        runner.await("c");
        assertEquals(List.of("a", "b", "c"), order);
        assertEquals(Optional.empty(), runner.get("c").orElseThrow().waitsFor());
    }

    @Test
    void readersShareAndOtherRepositoriesDoNotWait() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        JobOrder.Work meet = job -> {
            together.countDown();
            together.await();
            return outcome();
        };
        runner.start(order("a", Set.of(ResourceKey.reading("/r")), meet));
        runner.start(order("b", Set.of(ResourceKey.reading("/r")), meet));
        runner.start(order("c", Set.of(ResourceKey.writing("/other")), meet));
        for (String id : List.of("a", "b", "c")) {
            assertEquals(JobState.DONE, runner.await(id).orElseThrow().state());
        }
    }

    @Test
    void queuedAndRunningJobsCanBeCancelled() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        runner.start(order("a", Set.of(ResourceKey.writing("/r")), job -> {
            running.countDown();
            never.await();
            return outcome();
        }));
        runner.start(order("b", Set.of(ResourceKey.writing("/r")), job -> outcome()));
        runner.start(order("c", Set.of(ResourceKey.writing("/r")), job -> outcome()));
        running.await();
        runner.cancel("b");
        assertEquals(JobState.CANCELLED, runner.await("b").orElseThrow().state());
        assertTrue(runner.get("b").orElseThrow().started().isEmpty());
        runner.cancel("a");
        assertEquals(JobState.CANCELLED, runner.await("a").orElseThrow().state());
        assertEquals(JobState.DONE, runner.await("c").orElseThrow().state());
    }

    @Test
    void pausedJobsWaitAtTheirNextCheckpoint() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch paused = new CountDownLatch(1);
        runner.start(order("a", Set.of(), job -> {
            running.countDown();
            paused.await();
            job.checkpoint();
            return outcome();
        }));
        running.await();
        assertFalse(runner.goOn("a"));
        runner.pause("a");
        assertEquals(JobState.PAUSED, runner.get("a").orElseThrow().state());
        paused.countDown();
        assertTrue(runner.goOn("a"));
        assertEquals(JobState.DONE, runner.await("a").orElseThrow().state());
        assertTrue(kept.contains(JobState.PAUSED));
    }

    @Test
    void failuresAndFaultsOfTheProgramAreKeptApart() throws Exception {
        Problem full = Problem.of("store.full", Problem.Category.STORAGE, "object", "/r");
        runner.start(order("a", Set.of(ResourceKey.writing("/r")), job -> {
            throw new ProblemException(full);
        }));
        assertEquals(Optional.of(full), runner.await("a").orElseThrow().problem());
        runner.start(order("b", Set.of(ResourceKey.writing("/r")), job -> outcome()));
        assertEquals(JobState.DONE, runner.await("b").orElseThrow().state());
    }

    @Test
    void onTheCallingThreadAJobHasEndedWhenStartReturns() {
        JobRunner direct = new JobRunner(Runnable::run, cpu, Clock.systemUTC(), JobKeeper.none());
        assertEquals(
                JobState.DONE,
                direct.start(order("a", Set.of(), job -> outcome())).state());
        direct.clearEnded();
        assertEquals(List.of(), direct.list());
    }

    @Test
    void aCrewWorksOffEverythingAndStopsAtTheFirstFailure() throws Exception {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            items.add(i);
        }
        List<Integer> seen = new CopyOnWriteArrayList<>();
        Crew.all(8, items, seen::add);
        assertEquals(Set.copyOf(items), Set.copyOf(seen));
        Problem gone = Problem.of("upstream.missing", Problem.Category.REFUSED, "object", "x");
        ProblemException thrown = org.junit.jupiter.api.Assertions.assertThrows(
                ProblemException.class,
                () -> Crew.all(4, items, item -> {
                    if (item == 3) {
                        throw new ProblemException(gone);
                    }
                    if (item > 3) {
                        new CountDownLatch(1).await();
                    }
                }));
        assertEquals(gone, thrown.problem());
    }

    @Test
    void aCrewGrowsAndShrinksWithItsWidth() throws Exception {
        AtomicInteger width = new AtomicInteger(1);
        AtomicInteger running = new AtomicInteger();
        CyclicBarrier three = new CyclicBarrier(3);
        Set<Integer> aloneAtLast = ConcurrentHashMap.newKeySet();
        Crew.all(width::get, IntStream.range(0, 40).boxed().toList(), item -> {
            int now = running.incrementAndGet();
            if (item == 0) {
                width.set(3);
            } else if (item <= 3) {
                assertDoesNotThrow(() -> three.await());
            } else if (item == 4) {
                width.set(1);
            } else if (item > 6) {
                aloneAtLast.add(now);
            }
            running.decrementAndGet();
        });
        assertEquals(Set.of(1), aloneAtLast);
    }

    private static JobOrder order(String id, Set<ResourceKey> needs, JobOrder.Work work) {
        Plan plan = new Plan(
                new Operation.Unpin("/r", "1"),
                "r",
                "",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of("tidemark", id),
                false);
        return new JobOrder(id, plan, "a@b", needs, work);
    }

    private static Outcome outcome() {
        return new Outcome(
                new Operation.Unpin("/r", "1"),
                "r",
                Outcome.Result.DONE,
                Phrase.of("sample.done"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
    }
}
