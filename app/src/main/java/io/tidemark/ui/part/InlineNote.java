package io.tidemark.ui.part;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** A remark with a coloured edge: an icon, a sentence in bold, more sentences below, perhaps a button. */
public final class InlineNote extends HBox {

    private final VBox words = new VBox(2);

    /** A note with its tone's icon. */
    public InlineNote(Tone tone, String title, String... more) {
        this(tone, tone.ikon(), title, more);
    }

    /** A note with an icon of its own. */
    public InlineNote(Tone tone, Ikon ikon, String title, String... more) {
        super(12);
        getStyleClass().addAll("inline-note", tone.style());
        setAlignment(Pos.CENTER_LEFT);
        words.getChildren().add(line(title, more.length > 0 ? "semibold" : "plain"));
        for (String text : more) {
            words.getChildren().add(line(text, "plain"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(ikon, 18), words);
    }

    /** Puts a button or another node at the end. */
    public InlineNote with(Node end) {
        getChildren().add(end);
        return this;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
