package io.tidemark.ui.part;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Makes labels by what they are, and the springs between them. */
public final class Words {

    private static final int LONGEST = 24;
    /** The moment of its build in the name of an image. */
    private static final Pattern STAMP = Pattern.compile(
            "(?<![\\w./-])[a-z0-9][\\w.+-]*?-(\\d{4}-\\d{2}-\\d{2}-\\d{6})-[a-z0-9_]+(?:\\.img)?(?![\\w-]|\\.\\w)");

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

    /** The head of a page that belongs to a repository: its name gives way where there is no room, the title does not. */
    public static HBox crumbs(String repository, Label title) {
        Label where = plain(repository + " / ", "page-title", "crumb", "muted");
        where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        where.setMinWidth(0);
        where.setTooltip(new Tooltip(repository));
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox crumbs = new HBox(where, title);
        crumbs.setAlignment(Pos.CENTER_LEFT);
        return crumbs;
    }

    /** A name that a button or chip has room for: of an image its stamp, of another very long one beginning and end. */
    public static String brief(String name) {
        Matcher stamp = STAMP.matcher(name);
        return stamp.matches() ? stamp.group(1) : shortened(name, LONGEST);
    }

    /** Beginning and end of a name of which there is hardly room for anything. */
    public static String briefest(String name) {
        return shortened(name, LONGEST * 2 / 3);
    }

    /** A sentence in which images are called by their stamps. */
    public static String stamped(String sentence) {
        return STAMP.matcher(sentence).replaceAll("$1");
    }

    private static String shortened(String name, int longest) {
        return name.length() <= longest
                ? name
                : name.substring(0, longest / 2) + "…" + name.substring(name.length() - longest / 2 + 1);
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
