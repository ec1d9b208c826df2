package io.tidemark.ui.timeline;

/** A stretch of time in milliseconds since 1970; fractions keep zooming smooth. */
record TimeRange(double start, double end) {

    static final double DAY = 86_400_000;
    static final double SHORTEST = DAY / 4;

    double length() {
        return end - start;
    }

    TimeRange moved(double by) {
        return new TimeRange(start + by, end + by);
    }

    /** The range made longer by a factor, with one moment staying where it is. */
    TimeRange zoomed(double factor, double anchor) {
        return new TimeRange(anchor - (anchor - start) * factor, anchor + (end - anchor) * factor);
    }

    /** The nearest range that lies inside another and is not too short. */
    TimeRange within(TimeRange limit) {
        double length = Math.clamp(length(), Math.min(SHORTEST, limit.length()), limit.length());
        double middle = (start + end) / 2;
        double from = Math.clamp(middle - length / 2, limit.start, limit.end - length);
        return new TimeRange(from, from + length);
    }

    boolean contains(double time) {
        return time >= start && time <= end;
    }
}
