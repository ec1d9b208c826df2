package io.tidemark.ui.timeline;

import io.tidemark.text.Texts;
import io.tidemark.ui.part.Card;
import io.tidemark.ui.part.Words;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The timeline as a card: head, picture, mini-map. */
public final class TimelineView {

    private static final int LANES_AT_LEAST = 2;

    private final Card card = new Card();
    private final TimelineCanvas canvas;
    private final ScrollBar lanes = new ScrollBar();

    /** A view of a model; {@code scale} is how much larger the window shows everything. */
    public TimelineView(TimelineModel model, Texts texts, ObservableValue<Double> scale) {
        canvas = new TimelineCanvas(model, texts);
        model.history()
                .subscribe(history -> canvas.setMinHeight(
                        Rows.wanted(Math.min(LANES_AT_LEAST, history.tracks().size()))));
        canvas.scale().bind(scale);
        StackPane picture = new StackPane(canvas, lanes);
        StackPane.setAlignment(lanes, Pos.BOTTOM_RIGHT);
        VBox.setVgrow(picture, Priority.ALWAYS);
        card.getStyleClass().add("timeline-card");
        card.setMinWidth(0);
        card.getChildren().setAll(new TimelineBar(model, texts), picture, map(model, texts, scale));
        scrollLanes(model);
    }

    /** The node to lay out. */
    public Card node() {
        return card;
    }

    /** The part that takes the keyboard. */
    public Node keys() {
        return canvas;
    }

    private static HBox map(TimelineModel model, Texts texts, ObservableValue<Double> scale) {
        MiniMap map = new MiniMap(model);
        map.picture().scale().bind(scale);
        HBox.setHgrow(map, Priority.ALWAYS);
        Spoken spoken = new Spoken(model, texts);
        Label since = Words.plain("", "muted", "table-size");
        since.setMinWidth(Rows.LABELS - 12);
        since.setMaxWidth(Rows.LABELS - 12);
        model.history().subscribe(history -> since.setText(spoken.since()));
        HBox strip = new HBox(since, map);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("minimap-strip");
        return strip;
    }

    private void scrollLanes(TimelineModel model) {
        lanes.setOrientation(Orientation.VERTICAL);
        lanes.getStyleClass().add("lane-scroll");
        lanes.setFocusTraversable(false);
        lanes.valueProperty().bindBidirectional(canvas.scroll());
        canvas.heightProperty().subscribe(height -> adjust());
        model.history().subscribe(history -> adjust());
    }

    private void adjust() {
        double most = canvas.rows().mostScroll();
        lanes.setVisible(most > 0);
        lanes.setMax(Math.max(1, most));
        lanes.setVisibleAmount(canvas.rows().lanesHeight() / (canvas.rows().lanesHeight() + most) * lanes.getMax());
        lanes.setMaxHeight(Math.max(0, canvas.rows().lanesHeight()));
        canvas.scroll().set(Math.clamp(canvas.scroll().get(), 0, most));
    }
}
