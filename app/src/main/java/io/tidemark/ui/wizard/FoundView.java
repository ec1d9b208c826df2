package io.tidemark.ui.wizard;

import io.tidemark.engine.Views;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Names;
import io.tidemark.model.Recognition;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was found in a directory that is to be adopted: versions, channels, foreign writers, what could be a channel. */
final class FoundView extends VBox {

    private static final int SHOWN = 40;

    private final AdoptDraft draft;
    private final Ui ui;

    FoundView(Views.Found found, AdoptDraft draft, Ui ui) {
        super(16);
        this.draft = draft;
        this.ui = ui;
        found.recognition()
                .ifPresentOrElse(
                        this::recognised,
                        () -> getChildren()
                                .add(new InlineNote(
                                        Tone.WARNING,
                                        ui.text("wizard.adopt.unknown"),
                                        ui.text("wizard.adopt.unknown.next"))));
        writers(found.writers());
        found.recognition().ifPresent(this::exchangeable);
    }

    private void recognised(Recognition known) {
        known.notices()
                .forEach(notice -> getChildren()
                        .add(new InlineNote(
                                Tone.of(notice.severity()), ui.texts().say(notice.phrase()))));
        group(
                ui.text("wizard.adopt.versions", "count", known.versions().size()),
                chips(known.versions().stream()
                        .map(Recognition.FoundVersion::name)
                        .toList()));
        VBox channels = new VBox(4);
        for (Recognition.FoundChannel channel : known.channels()) {
            var line = Words.plain(channel.name() + " → " + (channel.target().isEmpty() ? "–" : channel.target()));
            line.setGraphic(Icons.of(Feather.BOOKMARK, 16, "muted"));
            channels.getChildren().add(line);
        }
        if (!known.channels().isEmpty()) {
            group(ui.text("wizard.adopt.channels", "count", known.channels().size()), channels);
        }
    }

    private Node chips(List<String> names) {
        FlowPane row = new FlowPane(6, 6);
        names.stream().limit(SHOWN).map(Chip::new).forEach(row.getChildren()::add);
        if (names.size() > SHOWN) {
            row.getChildren().add(Words.muted(ui.text("wizard.adopt.more", "count", names.size() - SHOWN)));
        }
        return row;
    }

    private void writers(List<ForeignWriter> writers) {
        if (writers.isEmpty()) {
            getChildren().add(new InlineNote(Tone.SUCCESS, ui.text("wizard.adopt.writers.none")));
            return;
        }
        getChildren()
                .add(new InlineNote(
                        Tone.WARNING,
                        ui.text("wizard.adopt.writers", "count", writers.size()),
                        ui.text("wizard.adopt.writers.why")));
        VBox list = new VBox(8);
        for (ForeignWriter writer : writers) {
            String kind = ui.text("wizard.adopt.writer." + writer.kind());
            list.getChildren()
                    .add(new VBox(
                            Words.plain(kind + " · " + writer.where(), "medium"),
                            Words.wrapped(writer.what(), "code", "muted")));
        }
        if (writers.stream().anyMatch(ForeignWriter::canDisable)) {
            list.getChildren().add(Form.checkBox(ui.text("wizard.adopt.disable"), draft.disableWriters));
        } else {
            list.getChildren().add(Words.wrapped(ui.text("wizard.adopt.disable.self"), "muted"));
        }
        getChildren().add(list);
    }

    private void exchangeable(Recognition known) {
        if (known.exchangeable().isEmpty()) {
            return;
        }
        VBox list = new VBox(8, Words.wrapped(ui.text("wizard.adopt.exchange.why"), "muted"));
        known.exchangeable().forEach(path -> list.getChildren().add(exchange(path)));
        group(ui.text("wizard.adopt.exchange"), list);
    }

    private Node exchange(String path) {
        CheckBox box = new CheckBox(path);
        box.setMnemonicParsing(false);
        TextField name = new TextField();
        name.setPromptText(ui.text("wizard.adopt.exchange.name"));
        name.setDisable(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        box.setOnAction(_ -> {
            name.setDisable(!box.isSelected());
            exchange(path, box.isSelected(), name);
        });
        name.textProperty().addListener((_, _, _) -> exchange(path, box.isSelected(), name));
        HBox row = new HBox(12, box, name);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void exchange(String path, boolean on, TextField name) {
        String version = name.getText().strip();
        name.getStyleClass().remove("invalid");
        if (on) {
            draft.exchange.put(path, version);
            if (!version.isEmpty() && !Names.validVersion(version)) {
                name.getStyleClass().add("invalid");
            }
        } else {
            draft.exchange.remove(path);
        }
    }

    private void group(String title, Node content) {
        getChildren().add(new VBox(6, Words.plain(title, "section-title"), content));
    }
}
