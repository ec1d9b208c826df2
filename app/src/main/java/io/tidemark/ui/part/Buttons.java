package io.tidemark.ui.part;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/** Makes buttons that never lose a letter. */
public final class Buttons {

    private Buttons() {}

    /** An ordinary button. */
    public static Button plain(String text, Ikon ikon, Runnable action) {
        Button button = new Button(text, Icons.of(ikon));
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** The one primary button of a page or dialog. */
    public static Button primary(String text, Ikon ikon, Runnable action) {
        return styled(plain(text, ikon, action), "accent");
    }

    /** An outlined red button: it takes something back or away. */
    public static Button danger(String text, Ikon ikon, Runnable action) {
        return styled(plain(text, ikon, action), "danger", "button-outlined");
    }

    /** A square button with an icon alone; its name is a tooltip and what screen readers say. */
    public static Button icon(String name, Ikon ikon, Runnable action) {
        Button button = plain("", ikon, action);
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        return styled(button, "icon-only");
    }

    /** One of several buttons side by side of which one is chosen; choosing it again keeps it. */
    public static ToggleButton choice(String text, ToggleGroup group, String style, Runnable action) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(style, "preset");
        button.setOnAction(event -> {
            button.setSelected(true);
            action.run();
        });
        return button;
    }

    private static Button styled(Button button, String... styles) {
        button.getStyleClass().addAll(styles);
        return button;
    }
}
