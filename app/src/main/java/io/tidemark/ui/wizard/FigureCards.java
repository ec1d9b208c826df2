package io.tidemark.ui.wizard;

import io.tidemark.ui.part.Words;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Cards of equal width beside each other, each with one figure. */
final class FigureCards extends GridPane {

    FigureCards() {
        setHgap(8);
    }

    /** One more card: what, how much, and a remark. */
    void add(String what, String figure, String remark) {
        VBox card = new VBox(2, Words.muted(what), figure(figure), Words.wrapped(remark, "muted", "small"));
        card.getStyleClass().addAll("card-box", "figure-card");
        card.setMaxWidth(Double.MAX_VALUE);
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);

        getColumnConstraints().add(column);
        add(card, getChildren().size(), 0);
        double share = Math.min(25, 100.0 / getChildren().size());
        getColumnConstraints().forEach(each -> each.setPercentWidth(share));
    }

    private static Label figure(String text) {
        Label figure = Words.plain(text, "figure");
        figure.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        figure.setTooltip(new Tooltip(text));
        return figure;
    }
}
