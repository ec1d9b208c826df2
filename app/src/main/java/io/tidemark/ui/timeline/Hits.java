package io.tidemark.ui.timeline;

import java.util.Optional;

/** Finds what lies under a place of the picture. */
final class Hits {

    private final Frame frame;

    Hits(Frame frame) {
        this.frame = frame;
    }

    Optional<Hit> at(double x, double y) {
        int lane = frame.rows().laneAt(y);
        if (lane < 0 || x < frame.scale().left() - 20) {
            return Optional.empty();
        }
        return lane == 0 ? version(x, y) : span(lane, x);
    }

    private Optional<Hit> version(double x, double y) {
        Clusters clusters = frame.clusters();
        for (int i = clusters.firstFrom(x - 60, frame.scale()); i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            double distance = clusters.x(cluster, frame.scale()) - x;
            if (distance > 60) {
                break;
            }
            if (Math.abs(distance) <= reach(cluster, y)) {
                return Optional.of(hit(cluster));
            }
        }
        return Optional.empty();
    }

    /** The label below a mark belongs to it. */
    private double reach(Cluster cluster, double y) {
        boolean onMark = Math.abs(y - frame.rows().versions()) <= cluster.radius() + 4;
        boolean onLabel = cluster.single()
                && y > frame.rows().names() - 10
                && y < frame.rows().sizes() + 8;
        return onMark ? cluster.radius() + 3 : onLabel ? 22 : -1;
    }

    private Hit hit(Cluster cluster) {
        History history = frame.history();
        if (cluster.single()) {
            return new Hit.OfVersion(history.points().get(cluster.from()));
        }
        double from = history.points().get(cluster.from()).at();
        double to = history.points().get(cluster.to()).at();
        double margin = Math.max(TimeRange.SHORTEST / 4, (to - from) * 0.15);
        return new Hit.OfCrowd(cluster.size(), new TimeRange(from - margin, to + margin));
    }

    private Optional<Hit> span(int lane, double x) {
        Track track = frame.history().tracks().get(lane - 1);
        double time = frame.scale().time(x);
        int index = track.at(time);
        boolean there = index < track.size() && track.start(index) <= time && track.end(index) >= time;
        return there ? Optional.of(new Hit.OfSpan(lane, track, track.span(index))) : Optional.empty();
    }
}
