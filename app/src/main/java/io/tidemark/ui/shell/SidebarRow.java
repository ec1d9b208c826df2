package io.tidemark.ui.shell;

import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;

/** One row of the sidebar: goes somewhere, and shows whether the window is there. */
final class SidebarRow extends Button {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final HBox content = new HBox(10);
    private final Label badge = Words.plain("", "badge");
    private final Label name;
    private final Place place;

    SidebarRow(Ui ui, Place place, String text, Ikon ikon) {
        this(ui, place, text);
        content.getChildren().addFirst(Icons.of(ikon, 15, "muted"));
        getStyleClass().add("with-icon");
    }

    SidebarRow(Ui ui, Place place, String text) {
        this.place = place;
        name = Words.plain(text);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("sidebar-row-content");
        content.getChildren().add(name);
        content.prefWidthProperty().bind(widthProperty().subtract(32));
        setGraphic(content);
        setAccessibleText(text);
        getStyleClass().add("sidebar-row");
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(event -> ui.go(place));
        ui.desk().navigator().place().subscribe(this::mark);
    }

    /** Puts the state of a repository at the end of its row. */
    void state(Node mark) {
        content.getChildren().add(mark);
        Tooltip.install(this, new Tooltip(mark.getAccessibleText()));
        setAccessibleText(name.getText() + ", " + mark.getAccessibleText());
    }

    /** Shows how many there are, nothing for none. */
    void badge(long count) {
        badge.setText(Long.toString(count));
        content.getChildren().remove(badge);
        if (count > 0) {
            content.getChildren().add(badge);
        }
        setAccessibleText(count > 0 ? name.getText() + ", " + count : name.getText());
    }

    private void mark(Place now) {
        boolean here = place.repository().isPresent() || place.host().isPresent()
                ? place.repository().equals(now.repository()) && place.host().equals(now.host())
                : place.getClass().isInstance(now);
        pseudoClassStateChanged(HERE, here);
    }
}
