package io.tidemark.ui.part;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A framed field with rounded corners. */
public final class Card extends VBox {

    /** A card with its content from top to bottom. */
    public Card(Node... content) {
        super(content);
        getStyleClass().add("card-box");
    }
}
