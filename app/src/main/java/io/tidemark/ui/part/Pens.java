package io.tidemark.ui.part;

import io.tidemark.ui.Fonts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Fonts of the canvas, and how wide texts are in them: measured once, remembered for as long as they are in use. */
public final class Pens {

    private static final int REMEMBERED = 4_000;
    private static final String ELLIPSIS = "…";

    /** Ordinary text. */
    public final Font plain = Font.font(Fonts.TEXT, 12);
    /** Secondary text. */
    public final Font small = Font.font(Fonts.TEXT, 11);
    /** Names. */
    public final Font bold = Font.font(Fonts.SEMIBOLD, 12);
    /** Names where there is hardly room. */
    public final Font tinyBold = Font.font(Fonts.SEMIBOLD, 9.5);
    /** Names inside of something. */
    public final Font smallBold = Font.font(Fonts.SEMIBOLD, 11);

    private final Text ruler = new Text();
    private final Map<Integer, Font> icons = new LinkedHashMap<>();
    private final Map<Key, Double> widths = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** How many pixels a text takes. */
    public double width(String text, Font font) {
        return widths.computeIfAbsent(new Key(text, font), this::measure);
    }

    /** The text, or as much of its beginning as fits, or nothing when not even two letters do. */
    public String elided(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        for (int length = text.length() - 1; length >= 2; length--) {
            String shorter = text.substring(0, length) + ELLIPSIS;
            if (width(shorter, font) <= room) {
                return shorter;
            }
        }
        return "";
    }

    /** The text, or as much of its beginning and its end as fits, or nothing when not even two letters do. */
    public String middle(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        for (int length = text.length() - 1; length >= 2; length--) {
            int start = length / 2;
            String shorter = text.substring(0, start) + ELLIPSIS + text.substring(text.length() - (length - start));
            if (width(shorter, font) <= room) {
                return shorter;
            }
        }
        return "";
    }

    /** The text if it fits, or nothing. */
    public String whole(String text, Font font, double room) {
        return width(text, font) <= room ? text : "";
    }

    /** The text, or as much of its end as fits, cut where a part of it begins, or nothing. */
    public String tail(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        for (int i = 1; i < text.length() - 2; i++) {
            boolean begins = text.charAt(i - 1) == '.' || text.charAt(i - 1) == '-';
            if (begins && width(ELLIPSIS + text.substring(i), font) <= room) {
                return ELLIPSIS + text.substring(i);
            }
        }
        return "";
    }

    /** The font of icons in a size. */
    public Font icon(int size) {
        return icons.computeIfAbsent(size, Pens::iconFont);
    }

    private double measure(Key key) {
        ruler.setFont(key.font());
        ruler.setText(key.text());
        return ruler.getLayoutBounds().getWidth();
    }

    /** An icon has its font once it was styled. */
    private static Font iconFont(int size) {
        FontIcon icon = new FontIcon(Feather.CIRCLE);
        Scene stage = new Scene(new Group(icon));
        stage.getRoot().applyCss();
        return Font.font(icon.getFont().getFamily(), size);
    }

    private record Key(String text, Font font) {}
}
