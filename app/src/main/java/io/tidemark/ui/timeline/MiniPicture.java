package io.tidemark.ui.timeline;

import io.tidemark.ui.part.Surface;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/** The whole history in a strip: dots for versions, the first channel's bars. Drawn only when the history changes. */
final class MiniPicture extends Surface {

    private static final double DOTS = 13;
    private static final double BARS = 22;
    private static final double APART = 5;

    private final TimelineModel model;
    private final Inks inks = new Inks(this, this::redraw);

    MiniPicture(TimelineModel model) {
        this.model = model;
        getStyleClass().add("timeline-canvas");
        model.history().addListener(change -> redraw());
    }

    @Override
    protected void draw(GraphicsContext context, double width, double height) {
        context.clearRect(0, 0, width, height);
        TimeScale scale = new TimeScale(model.limit(), 0, width);
        History history = model.history().get();
        if (!history.tracks().isEmpty()) {
            bars(context, history, scale);
        }
        dots(context, history, scale);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return inks == null ? getClassCssMetaData() : inks.metaData();
    }

    private void bars(GraphicsContext context, History history, TimeScale scale) {
        Track track = history.tracks().getFirst();
        for (Bar bar : Bars.visible(track, scale)) {
            context.setFill(paint(history, track, bar));
            context.fillRect(bar.left(), BARS, Math.max(1, bar.width() - 0.5), 6);
        }
    }

    private Paint paint(History history, Track track, Bar bar) {
        if (!bar.single()) {
            return inks.get(Ink.NONE_BORDER);
        }
        return track.span(bar.from()).undone()
                ? inks.get(Ink.DANGER)
                : inks.border(history.hue(track.span(bar.from()).version()));
    }

    /** One dot for each version that is not too close to the one before. */
    private void dots(GraphicsContext context, History history, TimeScale scale) {
        context.setFill(inks.get(Ink.MUTED));
        double next = scale.range().start();
        int index = history.floor(next) + 1;
        while (index < history.points().size()) {
            double x = scale.x(history.points().get(index).at());
            context.fillOval(x - 2, DOTS - 2, 4, 4);
            index = Math.max(index, history.floor(scale.time(x + APART))) + 1;
        }
    }
}
