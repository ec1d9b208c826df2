package io.tidemark.engine.remote;

import io.tidemark.engine.Json;
import io.tidemark.job.JobContext;
import io.tidemark.model.LogLine;
import io.tidemark.model.ProgressSample;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A call whose answer is awaited. */
final class Pending {

    private static final int MOST_LINES = 100_000;

    private final Optional<JobContext> job;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<Frame> end = Optional.empty();
    private int lines;

    Pending(Optional<JobContext> job) {
        this.job = job;
    }

    /** Takes what came for this call; answers whether it was the end of it. */
    boolean take(Frame frame) throws BrokenProtocol {
        switch (frame.kind()) {
            case PROGRESS -> progress(Json.mapper().readValue(frame.body(), ProgressSample.class));
            case LOG -> say(Json.mapper().readValue(frame.body(), LogLine.class));
            case ANSWER, FAILURE, CANCELLED -> {
                end = Optional.of(frame);
                ended.countDown();
                return true;
            }
            case HELLO, CALL, CANCEL, PING, PONG -> throw new BrokenProtocol("no answer: " + frame.kind());
        }
        return false;
    }

    /** The line is lost. */
    void lose() {
        ended.countDown();
    }

    /** The last record of the call; empty if the line was lost first. */
    Optional<Frame> await() throws InterruptedException {
        ended.await();
        return end;
    }

    /** Gives the other side a moment to put things in order after a cancellation. */
    void awaitOrder(Duration longest) throws InterruptedException {
        boolean orderly = ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (!orderly) {
            lose();
        }
    }

    private void progress(ProgressSample sample) throws BrokenProtocol {
        if (sample == null || sample.phase() == null) {
            throw new BrokenProtocol("no progress");
        }
        job.ifPresent(context -> context.progress().show(sample));
    }

    private void say(LogLine line) throws BrokenProtocol {
        if (line == null || line.phrase() == null || line.severity() == null || ++lines > MOST_LINES) {
            throw new BrokenProtocol("no line, or too many");
        }
        job.ifPresent(context -> context.log(line.severity(), line.phrase()));
    }
}
