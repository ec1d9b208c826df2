package io.tidemark.ui.part;

import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** {@code Esc} in lists and tables. They swallow it to end editing, which nobody does here. */
public final class EscapeKey {

    private EscapeKey() {}

    /** Does something else when the key is pressed there. */
    public static void in(Control list, Runnable action) {
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                action.run();
            }
        });
    }
}
