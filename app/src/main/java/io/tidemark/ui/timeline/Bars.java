package io.tidemark.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/** Finds the bars of a track that are visible; short neighbours become one, so their number follows the width alone. */
final class Bars {

    private static final double SHORTEST = 4;

    private Bars() {}

    static List<Bar> visible(Track track, TimeScale scale) {
        List<Bar> bars = new ArrayList<>();
        int index = track.at(scale.range().start());
        while (index < track.size() && scale.x(track.start(index)) < scale.right()) {
            int last = runEnd(track, scale, index);
            add(bars, bar(track, scale, index, last));
            index = last + 1;
        }
        return bars;
    }

    /** The span itself when it is wide enough, else the last span before a wide one or a few pixels on. */
    private static int runEnd(Track track, TimeScale scale, int index) {
        if (width(track, scale, index) >= SHORTEST) {
            return index;
        }
        double until = scale.time(scale.x(track.start(index)) + SHORTEST);
        int last = Math.max(index, track.at(until));
        return last > index && width(track, scale, last) >= SHORTEST ? last - 1 : last;
    }

    private static Bar bar(Track track, TimeScale scale, int from, int to) {
        return new Bar(from, to, scale.x(track.start(from)), scale.x(track.end(to)));
    }

    /** Runs of short spans that touch are one bar. */
    private static void add(List<Bar> bars, Bar next) {
        boolean joins = !bars.isEmpty() && !bars.getLast().single() && !next.single();
        if (joins) {
            Bar before = bars.removeLast();
            bars.add(new Bar(before.from(), next.to(), before.left(), next.right()));
        } else {
            bars.add(next);
        }
    }

    private static double width(Track track, TimeScale scale, int index) {
        return scale.x(track.end(index)) - scale.x(track.start(index));
    }
}
