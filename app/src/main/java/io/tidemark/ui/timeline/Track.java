package io.tidemark.ui.timeline;

import io.tidemark.model.Hold;
import io.tidemark.model.Lane;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A lane with its spans indexed by time, so that what is visible is found without looking at the rest. */
final class Track {

    private final Lane lane;
    private final long[] starts;
    private final long[] ends;
    private final int[] undone;
    private final Set<String> served;

    Track(Lane lane, long now) {
        this.lane = lane;
        List<Lane.Span> spans = lane.spans();
        starts = spans.stream().mapToLong(span -> span.start().toEpochMilli()).toArray();
        ends = spans.stream()
                .mapToLong(span -> span.end().map(end -> end.toEpochMilli()).orElse(now))
                .toArray();
        undone = IntStream.range(0, starts.length)
                .filter(index -> spans.get(index).undone())
                .toArray();
        served = spans.stream().map(Lane.Span::version).collect(Collectors.toSet());
    }

    String channel() {
        return lane.channel();
    }

    Optional<Hold> hold() {
        return lane.hold();
    }

    /** Until when this is known, in milliseconds, where it is a host's. */
    OptionalLong seen() {
        return lane.seen().map(Instant::toEpochMilli).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    int size() {
        return starts.length;
    }

    Lane.Span span(int index) {
        return lane.spans().get(index);
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    /** Whether the channel ever pointed at a version. */
    boolean serves(String version) {
        return served.contains(version);
    }

    /** Positions of spans that a rollback ended, in order. */
    int[] undone() {
        return undone;
    }

    /** The span under way at a time; the first one for earlier times, {@link #size} when there is none. */
    int at(double time) {
        return Math.max(0, floor(starts, time));
    }

    /** The last position whose value is at most the given one, or -1. */
    static int floor(long[] sorted, double time) {
        int found = Arrays.binarySearch(sorted, (long) Math.floor(time));
        if (found < 0) {
            return -found - 2;
        }
        int last = found;
        while (last + 1 < sorted.length && sorted[last + 1] == sorted[found]) {
            last++;
        }
        return last;
    }
}
