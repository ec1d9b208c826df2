package io.tidemark.ui.repository;

import io.tidemark.model.Comparison;
import io.tidemark.model.DirectoryChange;
import io.tidemark.model.FileChange;
import io.tidemark.text.Texts;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Which files changed, for kinds that know nothing of booting: counts, and the directories that changed most. */
final class FilesColumn {

    private static final int SHOWN = 3;

    private final Texts texts;

    FilesColumn(Texts texts) {
        this.texts = texts;
    }

    VBox of(Details details) {
        String before = details.before().orElseThrow().name();
        VBox column = new VBox(8, Words.heading(texts.get("ui.changes", "version", Words.brief(before))));
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
        for (FileChange.Kind kind : FileChange.Kind.values()) {
            long count = comparison.files().getOrDefault(kind, 0L);
            if (count > 0) {
                column.getChildren()
                        .add(row(
                                icon(kind),
                                texts.get("change.file." + kind),
                                texts.formats().number(count)));
            }
        }
        if (column.getChildren().size() == 1) {
            column.getChildren().add(Words.muted(texts.get("ui.changes.none")));
        }
        comparison.directories().stream()
                .limit(SHOWN)
                .forEach(directory -> column.getChildren().add(directory(directory)));
    }

    private HBox directory(DirectoryChange change) {
        String path = change.path().isEmpty() ? "/" : change.path();
        HBox row = row(Feather.FOLDER, path, texts.formats().signedBytes(change.bytes()));
        Tooltip.install(row, new Tooltip(path));
        return row;
    }

    private static HBox row(Ikon ikon, String name, String figure) {
        Label words = Words.plain(name, "table-size");
        words.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Label value = Words.plain(figure, "semibold", "table-size");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, Icons.of(ikon, 14, "muted"), words, Words.spring(), value);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Ikon icon(FileChange.Kind kind) {
        return switch (kind) {
            case ADDED -> Feather.PLUS;
            case REMOVED -> Feather.MINUS;
            case CHANGED -> Feather.EDIT_2;
            case MOVED -> Feather.CORNER_DOWN_RIGHT;
        };
    }
}
