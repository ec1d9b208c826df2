package io.tidemark.job;

import io.tidemark.model.ProgressSample;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters that work raises and a watcher samples, so that a million files cost no more interface work than ten. Safe
 * for all threads.
 */
public final class Progress {

    private final LongAdder files = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final AtomicLong totalFiles = new AtomicLong(-1);
    private final AtomicLong totalBytes = new AtomicLong(-1);
    private volatile String phase = "wait";
    private volatile long phaseStart = System.nanoTime();

    /** Starts a phase: counters go to zero; totals are -1 where unknown. */
    public void phase(String name, long allFiles, long allBytes) {
        files.reset();
        bytes.reset();
        totalFiles.set(allFiles);
        totalBytes.set(allBytes);
        phaseStart = System.nanoTime();
        phase = name;
    }

    /** One more file is finished. */
    public void file() {
        files.increment();
    }

    /** More bytes are finished; negative when an attempt is thrown away. */
    public void bytes(long count) {
        bytes.add(count);
    }

    /** Shows what work elsewhere has done: counters and phase become those of a sample taken there. */
    public synchronized void show(ProgressSample there) {
        if (!there.phase().equals(phase)) {
            phase(there.phase(), there.totalFiles(), there.totalBytes());
        }
        totalFiles.set(there.totalFiles());
        totalBytes.set(there.totalBytes());
        files.add(there.doneFiles() - files.sum());
        bytes.add(there.doneBytes() - bytes.sum());
    }

    /** How far the work is now; speed is the mean over the phase. */
    public ProgressSample sample() {
        long done = bytes.sum();
        double seconds = (System.nanoTime() - phaseStart) / 1e9;
        long speed = seconds < 0.2 ? 0 : Math.max(0, (long) (done / seconds));
        return new ProgressSample(phase, files.sum(), totalFiles.get(), done, totalBytes.get(), speed);
    }
}
