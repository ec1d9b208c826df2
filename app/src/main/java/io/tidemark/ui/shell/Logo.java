package io.tidemark.ui.shell;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The sign of the program: three waves on a blue field. */
final class Logo extends StackPane {

    private static final String WAVES =
            "M0 0 q2.5 -3 5 0 t5 0 t5 0 M0 5 q2.5 -3 5 0 t5 0 t5 0 M0 10 q2.5 -3 5 0 t5 0 t5 0";

    Logo() {
        SVGPath waves = new SVGPath();
        waves.setContent(WAVES);
        waves.getStyleClass().add("logo-waves");
        getStyleClass().add("logo");
        getChildren().add(waves);
    }
}
