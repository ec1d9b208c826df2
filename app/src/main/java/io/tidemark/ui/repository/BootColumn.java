package io.tidemark.ui.repository;

import io.tidemark.model.BootRole;
import io.tidemark.model.Comparison;
import io.tidemark.model.Notice;
import io.tidemark.text.Texts;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What changed of that which clients boot from, and what it means for them. */
final class BootColumn {

    private static final int SHOWN = 5;

    private final Texts texts;

    BootColumn(Texts texts) {
        this.texts = texts;
    }

    VBox of(Details details) {
        String before = details.before().orElseThrow().name();
        VBox column = new VBox(8, Words.heading(texts.get("ui.boot", "version", Words.brief(before))));
        if (details.comparison().isPresent()) {
            fill(column, details.comparison().get());
        } else if (details.problem().isEmpty() && details.comparable()) {
            column.getChildren().add(new Skeleton(180, 200, 160));
        } else {
            column.getChildren().add(Words.wrapped(texts.get("ui.boot.unsealed"), "muted"));
        }
        return column;
    }

    private void fill(VBox column, Comparison comparison) {
        if (comparison.boot().isEmpty()) {
            HBox calm = new HBox(
                    8, Icons.of(Feather.CHECK, 14, "success"), Words.wrapped(texts.get("ui.boot.none"), "muted"));
            column.getChildren().add(calm);
            return;
        }
        comparison.boot().stream()
                .limit(SHOWN)
                .forEach(change -> column.getChildren().add(row(change)));
        int more = comparison.boot().size() - SHOWN;
        if (more > 0) {
            column.getChildren().add(Words.muted(texts.get("ui.boot.more", "count", more)));
        }
        comparison.advice().stream()
                .limit(1)
                .forEach(advice -> column.getChildren().add(note(advice)));
    }

    private Node note(Notice advice) {
        return new InlineNote(Tone.of(advice.severity()), texts.say(advice.phrase()));
    }

    private Fact row(Comparison.BootChange change) {
        Label name = Words.plain(change.name(), "semibold", "table-size");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox what = line(Icons.of(icon(change.role()), 14), name);
        FontIcon arrow = Icons.of(Feather.ARROW_RIGHT, 11, "muted");
        HBox both = line(version(change.before(), "muted"), arrow, version(change.after(), "semibold"));
        Fact row = new Fact(what, both, version(change.after(), "semibold"));
        Tooltip.install(
                row,
                new Tooltip(texts.get("boot." + change.role()) + " · " + change.name() + " " + change.before() + " → "
                        + change.after()));
        return row;
    }

    private static Label version(String text, String style) {
        Label label = Words.plain(text.isEmpty() ? "–" : text, style, "table-size");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(6, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    static Ikon icon(BootRole role) {
        return switch (role) {
            case KERNEL, MICROCODE, FIRMWARE -> Feather.CPU;
            case XEN -> Feather.LAYERS;
            case INITRAMFS, MODLOOP, BOOT_LOADER -> Feather.DISC;
            case LIBC -> Feather.CODE;
            case SIGNING_KEYS -> Feather.KEY;
            case NONE -> Feather.PACKAGE;
        };
    }
}
