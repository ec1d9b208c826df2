package io.tidemark.ui.part;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** What stands where there is nothing yet: one sentence and what to do about it. */
public final class EmptyState extends VBox {

    /** An icon, a sentence, and buttons beside each other. */
    public EmptyState(Ikon ikon, String sentence, Node... buttons) {
        super(16);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label words = new Label(sentence);
        words.setWrapText(true);
        HBox row = new HBox(8, buttons);
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.of(ikon, 32, "muted"), words);
        if (buttons.length > 0) {
            getChildren().add(row);
        }
    }
}
