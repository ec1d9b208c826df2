package io.tidemark.ui.recipe;

import io.tidemark.model.RecipeDifference;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What a difference means: packages that come, packages that go, keys whose values change. */
record Meaning(Ui ui, RecipeDifference found) {

    private static final int MOST = 60;

    List<Node> rows() {
        List<Node> rows = new ArrayList<>();
        if (found.none()) {
            HBox same = new HBox(10, Icons.of(Tone.SUCCESS.ikon(), 15, "success"), Words.plain(ui.text("recipe.same")));
            same.setAlignment(Pos.CENTER_LEFT);
            rows.add(same);
        }
        packages("recipe.more", found.added(), Tone.SUCCESS, Feather.PLUS, rows);
        packages("recipe.fewer", found.removed(), Tone.DANGER, Feather.MINUS, rows);
        if (!found.changed().isEmpty()) {
            rows.add(Words.heading(ui.text("recipe.keys")));
            found.changed().stream().limit(MOST).map(this::changed).forEach(rows::add);
        }
        return rows;
    }

    private void packages(String key, List<String> names, Tone tone, Ikon ikon, List<Node> rows) {
        if (!names.isEmpty()) {
            rows.add(Words.heading(ui.text(key, "count", names.size())));
            FlowPane chips = new FlowPane(6, 6);
            names.stream().limit(MOST).map(name -> new Chip(name, tone, ikon)).forEach(chips.getChildren()::add);
            if (names.size() > MOST) {
                chips.getChildren().add(new Chip(ui.text("recipe.others", "count", names.size() - MOST)));
            }
            chips.setMinHeight(Region.USE_PREF_SIZE);
            rows.add(chips);
        }
    }

    private Node changed(RecipeDifference.Changed change) {
        Label key = Words.plain(change.key(), "code");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Label arrow = Words.plain("→", "muted");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, key, value(change.before()), arrow, value(change.after()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Label value(String text) {
        Label value =
                text.isEmpty() ? Words.plain(ui.text("recipe.absent"), "muted") : Words.plain(text, "code", "muted");
        value.setTextOverrun(OverrunStyle.ELLIPSIS);
        value.setTooltip(new Tooltip(text.isEmpty() ? ui.text("recipe.absent") : text));
        value.setMinWidth(20);
        return value;
    }
}
