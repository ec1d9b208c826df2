package io.tidemark.ui.compare;

import io.tidemark.model.Comparison;
import io.tidemark.model.Version;
import io.tidemark.text.Formats;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.VersionChip;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The two versions, the totals, and the banner about what clients boot from. */
final class CompareTop extends VBox {

    private static final int NAMED = 3;
    /** Room for the state and size of a version whose neighbour has much to say. */
    private static final double LEAST = 84;

    private final Ui ui;
    private final CompareModel model;

    CompareTop(CompareModel model, Ui ui) {
        super(12);
        this.ui = ui;
        this.model = model;
        Comparison found = model.comparison().get();
        getChildren().add(sides(found));
        if (!found.boot().isEmpty()) {
            getChildren().add(banner(found));
        }
    }

    private HBox sides(Comparison found) {
        Button swap = Buttons.icon(ui.text("compare.swap"), Feather.REPEAT, model::swap);
        HBox row = new HBox(8, side(found.before()), swap, side(found.after()), Words.spring(), totals(found));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node side(Version version) {
        Formats formats = ui.texts().formats();
        String state = ui.text("version.state." + version.state()) + " · " + formats.day(version.created());
        String size = version.bytes() < 0 ? "" : formats.bytes(version.bytes());
        String channels = String.join(", ", version.channels());
        String below = size + (size.isEmpty() || channels.isEmpty() ? "" : " · ") + channels;
        VBox words = new VBox(Words.plain(state), Words.plain(below, "muted", "small"));
        words.setMinWidth(LEAST);
        Tooltip.install(words, new Tooltip(state + "\n" + below));
        HBox card = new HBox(12, new VersionChip(version.name(), version.sequence()), words);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("card-box", "side-card");
        return card;
    }

    private Node totals(Comparison found) {
        Formats formats = ui.texts().formats();
        HBox row = new HBox(16);
        if (!found.packages().isEmpty()) {
            row.getChildren()
                    .add(total(
                            formats.number(found.packages().size()),
                            "compare." + found.items().word()));
        }
        row.getChildren()
                .addAll(
                        total(formats.number(model.files().count()), "compare.files"),
                        total(formats.signedBytes(found.bytes()), "compare.size"));
        row.setMinWidth(USE_PREF_SIZE);
        return row;
    }

    private VBox total(String figure, String key) {
        Label word = Words.plain(ui.text(key), "muted", "small");
        VBox box = new VBox(Words.plain(figure, "total-figure"), word);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private InlineNote banner(Comparison found) {
        String means = found.advice().stream()
                .map(notice -> ui.texts().say(notice.phrase()))
                .collect(Collectors.joining(" "));
        String title = ui.text("compare.boot", "what", named(found.boot()));
        InlineNote note =
                means.isEmpty() ? new InlineNote(Tone.WARNING, title) : new InlineNote(Tone.WARNING, title, means);
        Integer rows = model.packages().counts().get(Category.BOOT);
        return rows == null ? note : note.with(show(rows));
    }

    private Button show(int rows) {
        Button button = Buttons.plain(
                ui.text("compare.boot.show", "count", rows),
                Feather.FILTER,
                () -> model.packages().only(Category.BOOT));
        button.setId("show-boot");
        return button;
    }

    private String named(List<Comparison.BootChange> changes) {
        String names = changes.stream().limit(NAMED).map(CompareTop::named).collect(Collectors.joining(", "));
        return changes.size() > NAMED
                ? ui.text("compare.boot.more", "names", names, "count", changes.size() - NAMED)
                : names;
    }

    private static String named(Comparison.BootChange change) {
        String before = change.before().isEmpty() ? "–" : change.before();
        String after = change.after().isEmpty() ? "–" : change.after();
        return change.name() + " " + before + " → " + after;
    }
}
