package io.tidemark.ui.timeline;

/** A stretch of a lane as it is drawn: one span, or several that are too short to be told apart. */
record Bar(int from, int to, double left, double right) {

    boolean single() {
        return from == to;
    }

    double width() {
        return right - left;
    }

    int count() {
        return to - from + 1;
    }
}
