package io.tidemark.ui.timeline;

/** Where moments lie on the picture: a range of time laid over a width in pixels that begins at {@code left}. */
record TimeScale(TimeRange range, double left, double width) {

    double x(double time) {
        return left + (time - range.start()) / range.length() * width;
    }

    double time(double x) {
        return range.start() + (x - left) / width * range.length();
    }

    double right() {
        return left + width;
    }

    /** Milliseconds for each pixel. */
    double pace() {
        return range.length() / Math.max(1, width);
    }
}
