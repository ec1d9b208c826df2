package io.tidemark.ui.part;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A command line as it would be typed, with a button that copies it. */
public final class CommandLine extends HBox {

    /** A box with a command given as separate words; the button says the given word. */
    public CommandLine(List<String> words, String copy) {
        super(8);
        getStyleClass().add("command-line");
        setAlignment(Pos.CENTER_LEFT);
        String command = quoted(words);
        Label prompt = new Label("$");
        prompt.getStyleClass().addAll("code", "muted");
        Label line = new Label(command);
        line.getStyleClass().add("code");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        Button button = new Button(copy, Icons.of(Feather.COPY, 14));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> copy(command));
        HBox text = new HBox(8, prompt, line);
        text.setMaxHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(text, button);
    }

    /** The words as a shell reads them back. */
    public static String quoted(List<String> words) {
        return words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    /** Puts text on the clipboard. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
