package io.tidemark.ui.part;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars in the place of what is being read. */
public final class Skeleton extends VBox {

    /** Bars of the given widths, one below the other. */
    public Skeleton(double... widths) {
        super(10);
        getStyleClass().add("skeleton");
        for (double width : widths) {
            Region bar = new Region();
            bar.getStyleClass().add("skeleton-bar");
            bar.setMaxWidth(width);
            bar.setPrefWidth(width);
            getChildren().add(bar);
        }
    }
}
