package io.tidemark.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that travel with the program, so that pictures do not vary. Where one is missing the system's stands in. */
public final class Fonts {

    /** The family of ordinary text. */
    public static final String TEXT = "Inter";

    /** The family of titles and buttons. */
    public static final String SEMIBOLD = "Inter SemiBold";

    /** The family of what lies between. */
    public static final String MEDIUM = "Inter Medium";

    /** The family of commands, logs and digests. */
    public static final String CODE = "JetBrains Mono";

    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /** Makes the fonts known to the toolkit. */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in != null) {
                Font.loadFont(in, 13);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
