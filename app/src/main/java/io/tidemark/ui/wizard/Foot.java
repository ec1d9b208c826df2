package io.tidemark.ui.wizard;

import javafx.scene.control.Button;

/** Makes the buttons of a dialog's foot that need no icon. */
final class Foot {

    private Foot() {}

    static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
