package io.tidemark.ui.part;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Makes labels by what they are, and the springs between them. */
public final class Words {

    private static final int LONGEST = 24;

    private Words() {}

    /** Ordinary text. */
    public static Label plain(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Secondary text. */
    public static Label muted(String text) {
        return plain(text, "muted");
    }

    /** A small heading over a group. */
    public static Label heading(String text) {
        return wrapped(text, "heading");
    }

    /** A name that a button or chip has room for: of a very long one the beginning and the end. */
    public static String brief(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST / 2) + "…" + name.substring(name.length() - LONGEST / 2 + 1);
    }

    /** Text that breaks into lines. */
    public static Label wrapped(String text, String... styles) {
        Label label = plain(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Empty room that takes what is left of a row. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
