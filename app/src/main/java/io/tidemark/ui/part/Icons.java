package io.tidemark.ui.part;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons of the Feather set. Their colour comes from style classes, their size from here. */
public final class Icons {

    private Icons() {}

    /** An icon of 16 px. */
    public static FontIcon of(Ikon ikon) {
        return of(ikon, 16);
    }

    /** An icon of another size, with style classes such as {@code accent} or {@code danger}. */
    public static FontIcon of(Ikon ikon, int size, String... styles) {
        FontIcon icon = new FontIcon(ikon);
        icon.setIconSize(size);
        // The theme sets a size of its own; an inline style is the only one that it does not overrule.
        icon.setStyle(icon.getStyle() + "-fx-icon-size:" + size + "px;");
        icon.getStyleClass().addAll(styles);
        return icon;
    }
}
