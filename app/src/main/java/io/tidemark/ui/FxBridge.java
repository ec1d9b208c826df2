package io.tidemark.ui;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only crossing to the JavaFX thread. Engine calls run on virtual threads; their answers wait in one queue which one
 * pending step on the JavaFX thread empties, so that a flood of answers costs one turn. A failure that nobody asked for
 * goes to {@link #onProblem}, where the window shows it.
 */
public final class FxBridge {

    private static final Logger LOG = LoggerFactory.getLogger(FxBridge.class);

    private final Threads threads;
    private final Supplier<JobContext> contexts;
    private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();

    private FxBridge(Threads threads, Supplier<JobContext> contexts) {
        this.threads = threads;
        this.contexts = contexts;
    }

    /** A bridge to the running JavaFX toolkit; each call is handed a job context of its own. */
    public static FxBridge toolkit(Supplier<JobContext> contexts) {
        return new FxBridge(new ToolkitThreads(), contexts);
    }

    /** A bridge without threads: work and answer happen before {@link #call} returns. For tests. */
    public static FxBridge direct(Supplier<JobContext> contexts) {
        return new FxBridge(new CallingThread(), contexts);
    }

    /** Starts the toolkit and runs the first step on its thread; returns when that is done. */
    public static void start(Runnable first) {
        Platform.startup(first);
    }

    /** Does work beside the JavaFX thread and hands its answer back on it; a failure is shown in the window. */
    public <T> Call call(Work<T> work, Consumer<? super T> then) {
        return call(work, then, this::report);
    }

    /** Does work beside the JavaFX thread and hands its answer, or what failed, back on it. */
    public <T> Call call(Work<T> work, Consumer<? super T> then, Consumer<Problem> failed) {
        Call call = new Call();
        threads.aside(() -> {
            call.began(Thread.currentThread());
            Runnable answer = attempt(work, then, failed);
            call.finished();
            deliver(() -> {
                if (!call.cancelled()) {
                    answer.run();
                }
            });
        });
        return call;
    }

    /** A place for one answer at a time. */
    public Latest latest() {
        return new Latest(this);
    }

    /** Runs a step on the JavaFX thread soon; safe for all threads. */
    public void deliver(Runnable step) {
        answers.add(step);
        if (pending.compareAndSet(false, true)) {
            threads.stage().execute(this::drain);
        }
    }

    /** Runs a step on the JavaFX thread at a pace until that is ended. */
    public Subscription repeat(Duration pace, Runnable step) {
        return threads.repeat(pace, () -> deliver(step));
    }

    /** Ends every step at a pace: whoever forgot to end one holds nothing of a closed window any more. */
    public void close() {
        threads.close();
    }

    /** Makes many requests into one step: however often it is asked for, it runs once a turn. */
    public Runnable coalesced(Runnable step) {
        AtomicBoolean asked = new AtomicBoolean();
        return () -> {
            if (asked.compareAndSet(false, true)) {
                deliver(() -> {
                    asked.set(false);
                    step.run();
                });
            }
        };
    }

    /** Runs a step on the JavaFX thread after a while. */
    public void after(Duration delay, Runnable step) {
        threads.after(delay, () -> deliver(step));
    }

    /** Tells of failures that no caller takes care of, on the JavaFX thread. */
    public Subscription onProblem(Consumer<Problem> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells those who listen for problems, as a call does that nobody handles. */
    public void report(Problem problem) {
        listeners.forEach(listener -> listener.accept(problem));
    }

    private <T> Runnable attempt(Work<T> work, Consumer<? super T> then, Consumer<Problem> failed) {
        try {
            T answer = work.run(contexts.get());
            return () -> then.accept(answer);
        } catch (ProblemException e) {
            return () -> failed.accept(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> {};
        } catch (RuntimeException e) {
            LOG.error("a call of the window failed", e);
            return () -> failed.accept(bug(e));
        }
    }

    private void drain() {
        pending.set(false);
        for (Runnable step = answers.poll(); step != null; step = answers.poll()) {
            step.run();
        }
    }

    private static Problem bug(RuntimeException e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return Problem.of("ui.bug", Problem.Category.BUG, "object", e.getClass().getSimpleName())
                .in(Problem.State.UNKNOWN)
                .with(trace.toString());
    }

    /** Virtual threads beside the JavaFX thread. */
    private static final class ToolkitThreads implements Threads {

        private final Set<Thread> beating = ConcurrentHashMap.newKeySet();

        @Override
        public void aside(Runnable work) {
            Thread.ofVirtual().name("window-call").start(work);
        }

        @Override
        public Executor stage() {
            return Platform::runLater;
        }

        @Override
        public Subscription repeat(Duration pace, Runnable step) {
            Thread beat = Thread.ofVirtual().name("window-beat").unstarted(() -> beat(pace, step));
            beating.add(beat);
            beat.start();
            return beat::interrupt;
        }

        @Override
        public void after(Duration delay, Runnable step) {
            Thread.ofVirtual().name("window-later").start(() -> later(delay, step));
        }

        @Override
        public void close() {
            beating.forEach(Thread::interrupt);
        }

        private static void later(Duration delay, Runnable step) {
            try {
                Thread.sleep(delay);
                step.run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private void beat(Duration pace, Runnable step) {
            try {
                while (true) {
                    Thread.sleep(pace);
                    step.run();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } finally {
                beating.remove(Thread.currentThread());
            }
        }
    }

    /** Everything on the thread that calls. */
    private static final class CallingThread implements Threads {

        @Override
        public void aside(Runnable work) {
            work.run();
        }

        @Override
        public Executor stage() {
            return Runnable::run;
        }

        @Override
        public Subscription repeat(Duration pace, Runnable step) {
            return () -> {};
        }

        @Override
        public void after(Duration delay, Runnable step) {
            LOG.debug("a step {} from now is left to the test", delay);
        }

        @Override
        public void close() {
            // Nothing beats here.
        }
    }
}
