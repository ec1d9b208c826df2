package io.tidemark.ui.timeline;

/** Neighbouring versions drawn as one mark: positions {@code from} to {@code to}, both inside; one version mostly. */
record Cluster(int from, int to, double offset, double radius) {

    int size() {
        return to - from + 1;
    }

    boolean single() {
        return from == to;
    }

    boolean holds(int position) {
        return position >= from && position <= to;
    }
}
