package io.tidemark.ui.shell;

import java.util.Arrays;

/** Times between the frames of one way of moving, in nanoseconds. */
final class FrameTimes {

    private final long[] nanos;
    private int size;

    FrameTimes(int most) {
        nanos = new long[most];
    }

    boolean full() {
        return size == nanos.length;
    }

    void add(long time) {
        nanos[size] = time;
        size++;
    }

    /** The time that so many percent of the frames do not exceed, in milliseconds. */
    double percentile(double percent) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(percent / 100 * size) - 1;
        return sorted[Math.clamp(index, 0, size - 1)] / 1e6;
    }

    long over(double millis) {
        return Arrays.stream(nanos, 0, size).filter(time -> time > millis * 1e6).count();
    }
}
