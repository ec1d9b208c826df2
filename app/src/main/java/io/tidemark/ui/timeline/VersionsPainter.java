package io.tidemark.ui.timeline;

import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Paint;
import org.kordamp.ikonli.feather.Feather;

/** Draws the versions lane: the line, a mark for each version or crowd of versions, and the labels that find room. */
final class VersionsPainter {

    private static final double LABEL_ROOM = 132;

    private final Brush brush;
    private final Frame frame;
    private final double y;
    private final List<Tags.Tag> tags = new ArrayList<>();

    VersionsPainter(Brush brush, Frame frame) {
        this.brush = brush;
        this.frame = frame;
        this.y = frame.rows().versions();
    }

    void paint() {
        Clusters clusters = frame.clusters();
        TimeScale scale = frame.scale();
        line();
        for (int i = clusters.firstFrom(scale.left() - 40, scale); i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            double x = clusters.x(cluster, scale);
            if (x > scale.right() + 40) {
                break;
            }
            mark(cluster, x);
        }
        Tags.placed(tags).forEach(this::write);
    }

    private void line() {
        List<Point> points = frame.history().points();
        TimeScale scale = frame.scale();
        if (points.isEmpty()) {
            return;
        }
        Point last = points.getLast();
        Point sealed = points.reversed().stream()
                .filter(point -> !point.staged())
                .findFirst()
                .orElse(last);
        double end = Math.clamp(scale.x(sealed.at()), scale.left(), scale.right());
        double start = Math.clamp(scale.x(points.getFirst().at()), scale.left(), end);
        brush.line(brush.inks.get(Ink.NONE_BORDER), 1.5, start, y, end, y);
        if (last.staged()) {
            brush.dashes(3, 3);
            brush.line(brush.inks.get(Ink.NONE_TEXT), 1.2, end, y, Math.min(scale.right(), scale.x(last.at())), y);
            brush.dashes();
        }
    }

    private void mark(Cluster cluster, double x) {
        int picked = position(frame.pick().version().orElse(""));
        int second = position(frame.pick().second().orElse(""));
        boolean chosen = cluster.holds(picked) || cluster.holds(second);
        if (cluster.single()) {
            single(frame.history().points().get(cluster.from()), x, cluster.radius());
        } else {
            crowd(cluster, x);
        }
        if (chosen) {
            brush.ring(brush.inks.get(Ink.ACCENT), 2, x, y, cluster.radius() + 3);
        }
        tag(cluster, x, cluster.holds(picked) ? picked : cluster.holds(second) ? second : -1);
    }

    private void single(Point point, double x, double radius) {
        if (point.staged()) {
            staged(point, x, radius);
            return;
        }
        brush.disc(brush.inks.fill(point.hue()), x, y, radius);
        brush.ring(brush.inks.border(point.hue()), 1.5, x, y, radius);
        Paint paint = brush.inks.text(point.hue());
        if (point.version().state() == VersionState.QUARANTINED) {
            brush.centred("!", brush.pens.bold, brush.inks.get(Ink.DANGER), x, y);
        } else if (point.version().verified().isPresent()) {
            brush.icon(Feather.SHIELD, 11, paint, x, y);
        }
    }

    private void staged(Point point, double x, double radius) {
        brush.disc(brush.inks.get(Ink.BACKGROUND), x, y, radius);
        brush.dashes(3, 3);
        brush.ring(brush.inks.get(Ink.MUTED), 1.5, x, y, radius);
        brush.dashes();
        double share = frame.chosen().staging().getOrDefault(point.name(), 0.0);
        brush.arc(brush.inks.get(Ink.ACCENT), 3, x, y, radius, share);
    }

    private void crowd(Cluster cluster, double x) {
        brush.disc(brush.inks.get(Ink.BACKGROUND), x, y, cluster.radius());
        brush.disc(brush.inks.get(Ink.NONE_FILL), x, y, cluster.radius());
        brush.ring(brush.inks.get(Ink.NONE_BORDER), 1.5, x, y, cluster.radius());
        String count = cluster.size() < 1_000 ? Integer.toString(cluster.size()) : cluster.size() / 1_000 + "k";
        brush.centred(count, brush.pens.smallBold, brush.inks.get(Ink.NONE_TEXT), x, y);
    }

    private void tag(Cluster cluster, double x, int chosen) {
        if (!cluster.single() && chosen < 0) {
            return;
        }
        Point point = frame.history().points().get(chosen >= 0 ? chosen : cluster.from());
        String name = brush.pens.elided(Words.brief(point.name()), brush.pens.bold, LABEL_ROOM);
        String below = below(point);
        double width = Math.max(brush.pens.width(name, brush.pens.bold), brush.pens.width(below, brush.pens.small));
        double inside = Math.min(x, frame.scale().right() - width / 2 - 4);
        tags.add(new Tags.Tag(Math.max(inside, frame.scale().left() - 8), width, weight(point, chosen), name, below));
    }

    private String below(Point point) {
        Version version = point.version();
        if (point.staged()) {
            Double share = frame.chosen().staging().get(point.name());
            return share == null
                    ? frame.texts().get("ui.timeline.staged")
                    : frame.texts().get("ui.timeline.staging", "share", share);
        }
        return version.newBytes() < 0 ? "" : frame.texts().formats().signedBytes(version.newBytes());
    }

    private int weight(Point point, int chosen) {
        if (chosen >= 0) {
            return 3_000;
        }
        int live = point.version().channels().isEmpty() ? 0 : 1_000;
        return point.staged() ? 2_000 : live + (int) (frame.history().share(point) * 900);
    }

    private void write(Tags.Tag tag) {
        double names = frame.rows().names();
        double left = Math.round(tag.x() - tag.width() / 2) - 3;
        brush.rectangle(brush.inks.get(Ink.BACKGROUND), left, names - 9, tag.width() + 6, 34);
        brush.centred(tag.name(), brush.pens.bold, brush.inks.get(Ink.FOREGROUND), tag.x(), names);
        brush.centred(
                tag.below(),
                brush.pens.small,
                brush.inks.get(Ink.MUTED),
                tag.x(),
                frame.rows().sizes());
    }

    private int position(String version) {
        return version.isEmpty() ? -1 : frame.history().position(version);
    }
}
