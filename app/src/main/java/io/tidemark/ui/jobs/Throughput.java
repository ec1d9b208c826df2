package io.tidemark.ui.jobs;

import io.tidemark.model.JobRecord;
import io.tidemark.model.ProgressSample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The speed of one job over the last samples: bytes finished between two looks, divided by the time between them. */
final class Throughput {

    private static final int REMEMBERED = 120;
    private static final long CLOSEST = 100_000_000;

    private final Deque<Double> speeds = new ArrayDeque<>();
    private String phase = "";
    private long bytes;
    private long nanos;

    /** Takes a look at a job at a moment of {@link System#nanoTime}. */
    void look(JobRecord job, long now) {
        ProgressSample sample = job.progress();
        if (sample.phase().equals(phase) && now - nanos < CLOSEST) {
            return;
        }
        boolean same = sample.phase().equals(phase) && sample.doneBytes() >= bytes && now > nanos;
        if (same) {
            add((sample.doneBytes() - bytes) * 1e9 / (now - nanos));
        } else if (sample.bytesPerSecond() > 0) {
            add(sample.bytesPerSecond());
        }
        phase = sample.phase();
        bytes = sample.doneBytes();
        nanos = now;
    }

    /** Bytes for each second, oldest first. */
    List<Double> speeds() {
        return List.copyOf(speeds);
    }

    private void add(double speed) {
        speeds.addLast(speed);
        if (speeds.size() > REMEMBERED) {
            speeds.removeFirst();
        }
    }
}
