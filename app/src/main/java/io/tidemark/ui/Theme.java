package io.tidemark.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;

/** Dresses scenes: AtlantaFX Primer beneath, our own sheets above, light or dark. JavaFX thread only. */
public final class Theme {

    private static final String[] SHEETS = {
        "base", "parts", "shell", "timeline", "screens", "wizard", "compare", "deltas", "hosts", "recipe"
    };

    private Theme() {}

    /** Puts a theme on the whole program and its sheets on a scene: {@code light}, {@code dark} or {@code system}. */
    public static void dress(Scene scene, String theme) {
        boolean dark = dark(scene, theme);
        String beneath = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!beneath.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(beneath);
        }
        scene.getStylesheets().setAll(sheet(dark ? "dark" : "light"));
        for (String name : SHEETS) {
            scene.getStylesheets().add(sheet(name));
        }
    }

    private static boolean dark(Scene scene, String theme) {
        return switch (theme) {
            case "dark" -> true;
            case "light" -> false;
            default -> scene.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(String name) {
        return Theme.class.getResource(name + ".css").toExternalForm();
    }
}
