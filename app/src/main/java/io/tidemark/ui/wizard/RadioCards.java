package io.tidemark.ui.wizard;

import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** Large choices of which one is taken; the whole card can be clicked. */
final class RadioCards<T> extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ToggleGroup group = new ToggleGroup();
    private final Property<T> value;

    RadioCards(Property<T> value) {
        super(8);
        this.value = value;
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now != null) {
                value.setValue(valueOf(now.getUserData()));
            } else if (before != null) {
                before.setSelected(true);
            }
        });
    }

    /** One more choice with a sentence of explanation and, perhaps, more controls inside. */
    RadioCards<T> card(T choice, Ikon ikon, String title, String text, Node... inside) {
        RadioButton button = new RadioButton(title);
        button.setMnemonicParsing(false);
        button.setUserData(choice);
        button.setToggleGroup(group);
        button.getStyleClass().add("semibold");
        VBox words = new VBox(2, button);
        if (!text.isEmpty()) {
            words.getChildren().add(indented(Words.wrapped(text, "muted")));
        }
        for (Node node : inside) {
            HBox room = indented(node);
            room.getStyleClass().add("inside");
            words.getChildren().add(room);
            node.disableProperty().bind(button.selectedProperty().not());
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(12, words, Icons.of(ikon, 20, "muted"));
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("radio-card");
        card.setOnMouseClicked(_ -> button.setSelected(true));
        button.selectedProperty().subscribe(on -> card.pseudoClassStateChanged(CHOSEN, on));
        button.setSelected(choice.equals(value.getValue()));
        value.addListener((_, _, now) -> button.setSelected(choice.equals(now)));
        getChildren().add(card);
        return this;
    }

    @SuppressWarnings("unchecked")
    private T valueOf(Object data) {
        return (T) data;
    }

    private static HBox indented(Node node) {
        HBox box = new HBox(node);
        box.getStyleClass().add("indented");
        HBox.setHgrow(node, Priority.ALWAYS);
        return box;
    }
}
