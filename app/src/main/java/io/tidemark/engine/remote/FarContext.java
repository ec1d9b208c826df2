package io.tidemark.engine.remote;

import io.tidemark.engine.Json;
import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Progress;
import io.tidemark.model.LogLine;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProgressSample;
import io.tidemark.model.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call from afar as the work sees it: what it says goes to the caller. Safe for all threads. */
final class FarContext implements JobContext {

    private static final Logger LOG = LoggerFactory.getLogger(FarContext.class);

    private final long id;
    private final CpuPool cpu;
    private final FrameWriter writer;
    private final Progress progress = new Progress();
    private final AtomicLong lines = new AtomicLong();
    private ProgressSample told = ProgressSample.none();
    private Thread thread;
    private boolean cancelled;

    FarContext(long id, CpuPool cpu, FrameWriter writer) {
        this.id = id;
        this.cpu = cpu;
        this.writer = writer;
    }

    long id() {
        return id;
    }

    synchronized void runOn(Thread worker) {
        thread = worker;
        if (cancelled) {
            worker.interrupt();
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Tells the caller how far the work is, if that is news. */
    synchronized void report() {
        ProgressSample now = progress.sample();
        if (!now.equals(told)) {
            told = now;
            write(Frame.of(Frame.Kind.PROGRESS, id, Json.mapper().writeValueAsBytes(now)));
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
        LogLine line = new LogLine(lines.incrementAndGet(), Instant.now(), severity, phrase);
        write(Frame.of(Frame.Kind.LOG, id, Json.mapper().writeValueAsBytes(line)));
    }

    @Override
    public CpuPool cpu() {
        return cpu;
    }

    private void write(Frame frame) {
        try {
            writer.write(frame);
        } catch (IOException gone) {
            LOG.debug("nobody hears call {}", id, gone);
        }
    }
}
