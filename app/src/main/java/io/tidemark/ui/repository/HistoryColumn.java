package io.tidemark.ui.repository;

import io.tidemark.model.JournalEntry;
import io.tidemark.text.Texts;
import io.tidemark.ui.part.Words;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What happened to a version, newest first. */
final class HistoryColumn {

    private static final int SHOWN = 6;

    private final Texts texts;

    HistoryColumn(Texts texts) {
        this.texts = texts;
    }

    VBox of(Details details) {
        VBox column = new VBox(8, Words.heading(texts.get("ui.version.history")));
        details.history().stream()
                .limit(SHOWN)
                .forEach(line -> column.getChildren().add(row(line)));
        if (details.history().isEmpty()) {
            column.getChildren().add(Words.wrapped(texts.get("ui.version.history.none"), "muted"));
        }
        return column;
    }

    private Fact row(JournalEntry line) {
        String event = texts.get("journal." + line.event());
        Label what = Words.wrapped(line.channel().isEmpty() ? event : event + " · " + line.channel(), "table-size");
        Label when = Words.plain(texts.formats().day(line.time()), "muted", "table-size");
        when.setMinWidth(Region.USE_PREF_SIZE);
        Fact row = new Fact(what, when);
        String reason = line.reason().isEmpty() ? "" : "\n" + line.reason();
        Tooltip.install(row, new Tooltip(texts.formats().time(line.time()) + " · " + line.actor() + reason));
        return row;
    }
}
