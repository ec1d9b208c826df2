package io.tidemark.ui.timeline;

import io.tidemark.text.Texts;
import io.tidemark.ui.part.Pens;
import io.tidemark.ui.part.Surface;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** The picture of a history. It draws only what is visible: no node for a version, no work for what lies elsewhere. */
final class TimelineCanvas extends Surface {

    private final TimelineModel model;
    private final Texts texts;
    private final Inks inks = new Inks(this, this::redraw);
    private final Pens pens = new Pens();
    private final Painter painter = new Painter(inks, pens);
    private final DoubleProperty scroll = new SimpleDoubleProperty();
    private Clusters clusters = new Clusters(History.EMPTY, 1);

    TimelineCanvas(TimelineModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("timeline-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        model.history().addListener(change -> redraw());
        model.range().addListener(change -> redraw());
        model.picks().addListener(change -> redraw());
        model.stagingShares().addListener(change -> redraw());
        focusVisibleProperty().addListener(change -> redraw());
        scroll.addListener(change -> redraw());
        new TimelineInput(this, model).install();
        Spoken spoken = new Spoken(model, texts);
        model.picks().subscribe(pick -> setAccessibleText(spoken.words()));
    }

    DoubleProperty scroll() {
        return scroll;
    }

    TimeScale timeScale() {
        double left = left();
        return new TimeScale(model.range().get(), left, Math.max(1, getWidth() - left));
    }

    private double left() {
        return Rows.labels(LabelsPainter.wanted(pens, model.history().get()), getWidth());
    }

    Rows rows() {
        int lanes = model.history().get().tracks().size();
        Rows still = new Rows(getWidth(), getHeight(), 0, lanes, left());
        return new Rows(getWidth(), getHeight(), Math.clamp(scroll.get(), 0, still.mostScroll()), lanes, still.left());
    }

    /** What lies under a place of the picture, if anything. */
    Optional<Hit> hit(double x, double y) {
        return new Hits(frame(texts)).at(x, y);
    }

    Texts texts() {
        return texts;
    }

    @Override
    protected void draw(GraphicsContext context, double width, double height) {
        painter.paint(context, frame(texts));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Rows.wanted(model.history().get().tracks().size());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return inks == null ? getClassCssMetaData() : inks.metaData();
    }

    private Frame frame(Texts language) {
        History history = model.history().get();
        TimeScale scale = timeScale();
        if (!clusters.fits(history, scale.pace())) {
            clusters = new Clusters(history, scale.pace());
        }
        Frame.Chosen chosen = new Frame.Chosen(
                model.picks().get(), isFocusVisible(), model.stagingShares().get(), language);
        return new Frame(history, scale, clusters, rows(), chosen);
    }
}
