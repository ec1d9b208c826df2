package io.tidemark.ui.compare;

import atlantafx.base.controls.CustomTextField;
import io.tidemark.ui.part.Icons;
import javafx.beans.property.StringProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** A field to filter by, with a magnifying glass, and a cross that empties it. */
final class FilterField {

    private FilterField() {}

    static CustomTextField over(StringProperty text, String prompt) {
        CustomTextField field = new CustomTextField();
        field.setLeft(Icons.of(Feather.SEARCH, 14, "muted"));
        field.setPromptText(prompt);
        field.getStyleClass().add("filter-field");
        field.textProperty().bindBidirectional(text);
        field.setRight(cross(text));
        return field;
    }

    private static Node cross(StringProperty text) {
        Node cross = Icons.of(Feather.X, 14, "muted");
        cross.visibleProperty().bind(text.isNotEmpty());
        cross.setCursor(Cursor.HAND);
        cross.setOnMouseClicked(_ -> text.set(""));
        return cross;
    }
}
