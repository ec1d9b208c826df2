package io.tidemark.cli;

import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Progress;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProgressSample;
import io.tidemark.model.Severity;
import io.tidemark.text.Texts;

/**
 * A job on the calling thread. While open, a watcher samples its progress: one moving line on a terminal, a plain line
 * for each phase in a pipe. Interrupting the program ({@code SIGINT}, {@code SIGTERM}) cancels the job and waits for it
 * to put things in order.
 */
final class ConsoleJob implements JobContext, AutoCloseable {

    private static final long ORDERLY_END_MILLIS = 30_000;

    private final Progress progress = new Progress();
    private final CpuPool cpu;
    private final Output err;
    private final Texts texts;
    private final boolean quiet;
    private final boolean terminal;
    private final Thread worker = Thread.currentThread();
    private final Thread cancelHook = new Thread(this::cancelAndWait, "cancel");
    private final Thread watcher;
    private volatile boolean closed;

    ConsoleJob(CpuPool cpu, Face face, boolean quiet) {
        this.cpu = cpu;
        this.err = face.err();
        this.texts = face.texts();
        this.quiet = quiet;
        this.terminal = System.console() != null && System.console().isTerminal();
        Runtime.getRuntime().addShutdownHook(cancelHook);
        this.watcher = Thread.ofVirtual().name("progress").unstarted(this::watch);
        if (!quiet) {
            watcher.start();
        }
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public void log(Severity severity, Phrase phrase) {
        if (quiet && severity.compareTo(Severity.WARNING) < 0) {
            return;
        }
        synchronized (err) {
            if (terminal) {
                err.clear();
            }
            err.line(texts.say(phrase));
        }
    }

    @Override
    public CpuPool cpu() {
        return cpu;
    }

    @Override
    public void close() {
        finish();
    }

    /** Stops watching, so that the result can be printed; does nothing the second time. */
    void finish() {
        if (closed) {
            return;
        }
        closed = true;
        watcher.interrupt();
        try {
            Runtime.getRuntime().removeShutdownHook(cancelHook);
        } catch (IllegalStateException alreadyEnding) {
            return;
        }
        if (terminal && !quiet) {
            synchronized (err) {
                err.clear();
            }
        }
    }

    private void cancelAndWait() {
        worker.interrupt();
        try {
            long deadline = System.nanoTime() + ORDERLY_END_MILLIS * 1_000_000;
            while (!closed && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        String phase = "";
        try {
            while (!closed) {
                Thread.sleep(100);
                ProgressSample sample = progress.sample();
                if (terminal) {
                    show(sample);
                } else if (!sample.phase().equals(phase) && !sample.phase().equals("wait")) {
                    synchronized (err) {
                        err.line(ProgressLine.plain(sample, texts));
                    }
                }
                phase = sample.phase();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(ProgressSample sample) {
        synchronized (err) {
            if (!closed && !sample.phase().equals("wait")) {
                err.over(ProgressLine.bar(sample, texts));
            }
        }
    }
}
