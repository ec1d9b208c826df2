package io.tidemark.ui.timeline;

import io.tidemark.ui.part.Pens;
import org.kordamp.ikonli.feather.Feather;

/** Draws the column at the left: what each lane is, and which one the keyboard is on. */
final class LabelsPainter {

    private static final double TEXT = 33;

    private static final double GAP = 6;

    private LabelsPainter() {}

    /** How wide the column would be if every channel were written out. */
    static double wanted(Pens pens, History history) {
        return history.tracks().stream()
                        .mapToDouble(track -> pens.width(track.channel(), pens.plain))
                        .max()
                        .orElse(0)
                + TEXT
                + GAP;
    }

    static void lanes(Brush brush, Frame frame) {
        Rows rows = frame.rows();
        for (int lane = rows.firstLane(); lane <= rows.lastLane(); lane++) {
            double middle = rows.laneMiddle(lane);
            Track track = frame.history().tracks().get(lane);
            Feather icon = track.seen().isPresent() ? Feather.SERVER : Feather.BOOKMARK;
            brush.icon(icon, 13, brush.inks.get(Ink.MUTED), 18, middle);
            String name = track.channel();
            String shown = shown(brush, frame, name);
            brush.text(shown, brush.pens.plain, brush.inks.get(Ink.FOREGROUND), TEXT, middle);
        }
    }

    /** Where there is no room, what all channels begin with is left out first: it tells none from another; else the middle. */
    private static String shown(Brush brush, Frame frame, String name) {
        double room = frame.rows().left() - TEXT - GAP;
        boolean fits = brush.pens.width(name, brush.pens.plain) <= room;
        int common = fits ? 0 : frame.history().commonStart();
        return common == 0
                ? brush.pens.middle(name, brush.pens.plain, room)
                : brush.pens.elided("…" + name.substring(common), brush.pens.plain, room);
    }

    static void versions(Brush brush, Frame frame) {
        brush.icon(
                Feather.GIT_COMMIT,
                14,
                brush.inks.get(Ink.MUTED),
                18,
                frame.rows().versions());
        String words = frame.texts().get("ui.timeline.versions");
        brush.text(
                words,
                brush.pens.plain,
                brush.inks.get(Ink.FOREGROUND),
                TEXT,
                frame.rows().versions());
        String channels = frame.texts().get("ui.timeline.channels");
        brush.text(
                channels,
                brush.pens.smallBold,
                brush.inks.get(Ink.MUTED),
                12,
                frame.rows().lanesTop() - 10);
    }

    /** The row that the arrow keys move along. */
    static void row(Brush brush, Frame frame) {
        if (!frame.chosen().focused()) {
            return;
        }
        int lane = frame.pick().lane();
        double middle = lane == 0 ? frame.rows().versions() : frame.rows().laneMiddle(lane - 1);
        double height = lane == 0 ? 46 : frame.rows().lane() - 2;
        brush.rectangle(
                brush.inks.get(Ink.ROW), 4, middle - height / 2, frame.rows().width() - 8, height);
        brush.rectangle(brush.inks.get(Ink.ACCENT), 4, middle - height / 2, 3, height);
    }
}
