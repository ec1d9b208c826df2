package io.tidemark.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Versions gathered into marks that do not overlap, for one history at one pace. Made anew when zooming, not when
 * panning: the same versions stay together while the picture moves. Offsets are pixels from the history's beginning.
 */
final class Clusters {

    private static final double WIDEST = 30;
    private static final double GAP = 3;
    private static final double CROWD_RADIUS = 11;

    private final List<Cluster> clusters = new ArrayList<>();
    private final History history;
    private final double pace;
    private final double origin;

    Clusters(History history, double pace) {
        this.history = history;
        this.pace = pace;
        this.origin = history.first();
        gather();
    }

    /** Whether these are the marks for a history at a pace. */
    boolean fits(History other, double otherPace) {
        return history.equals(other) && Math.abs(pace - otherPace) < 1e-6 * pace;
    }

    int size() {
        return clusters.size();
    }

    Cluster get(int index) {
        return clusters.get(index);
    }

    /** The mark that holds a version, or null. */
    Cluster holding(int position) {
        int low = 0;
        int high = clusters.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Cluster cluster = clusters.get(middle);
            if (cluster.holds(position)) {
                return cluster;
            } else if (cluster.to() < position) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    double x(Cluster cluster, TimeScale scale) {
        return scale.x(origin) + cluster.offset();
    }

    /** The first mark whose middle is at or right of a place on the picture. */
    int firstFrom(double x, TimeScale scale) {
        double offset = x - scale.x(origin);
        int low = 0;
        int high = clusters.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (clusters.get(middle).offset() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void gather() {
        List<Point> points = history.points();
        int from = 0;
        while (from < points.size()) {
            int to = from;
            while (to + 1 < points.size() && joins(points, from, to)) {
                to++;
            }
            clusters.add(place(points, from, to));
            from = to + 1;
        }
    }

    private boolean joins(List<Point> points, int from, int to) {
        Point next = points.get(to + 1);
        if (next.staged() && !points.get(to).staged()) {
            return false;
        }
        double apart = radius(points.get(to)) + radius(next) + GAP;
        return offset(next) - offset(points.get(to)) < apart && offset(next) - offset(points.get(from)) < WIDEST;
    }

    private Cluster place(List<Point> points, int from, int to) {
        double radius = from == to ? radius(points.get(from)) : CROWD_RADIUS;
        double middle = (offset(points.get(from)) + offset(points.get(to))) / 2;
        if (!clusters.isEmpty()) {
            Cluster before = clusters.getLast();
            middle = Math.max(middle, before.offset() + before.radius() + radius + 1);
        }
        return new Cluster(from, to, middle, radius);
    }

    /** The circle's area follows the changed bytes. */
    private double radius(Point point) {
        return point.staged() ? 12 : 9 + 8 * Math.sqrt(history.share(point));
    }

    private double offset(Point point) {
        return (point.at() - origin) / pace;
    }
}
