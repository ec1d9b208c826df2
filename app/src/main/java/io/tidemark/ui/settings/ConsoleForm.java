package io.tidemark.ui.settings;

import io.tidemark.engine.Workspaces;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How the console looks and speaks, and which repositories it looks after. */
final class ConsoleForm {

    private static final List<String> SCALES = List.of("100", "125", "150", "175", "200");

    private final Ui ui;
    private final ConsoleModel model;
    private final VBox workspace = new VBox(6);

    ConsoleForm(Ui ui) {
        this.ui = ui;
        this.model = new ConsoleModel(ui);
    }

    VBox node() {
        FormCard look = new FormCard(ui.text("ui.settings.look"));
        look.row(
                ui.text("ui.settings.theme"),
                choice(
                        List.of("light", "dark", "system"),
                        "ui.settings.theme.",
                        model.settings().theme(),
                        model::theme));
        String language = model.settings().language().isEmpty()
                ? "system"
                : model.settings().language();
        look.row(
                ui.text("ui.settings.language"),
                choice(
                        List.of("en", "fr", "system"),
                        "ui.settings.language.",
                        language,
                        chosen -> model.language(chosen.equals("system") ? "" : chosen)));
        look.row(
                ui.text("ui.settings.scale"),
                choice(
                        SCALES,
                        "ui.settings.scale.",
                        Integer.toString(model.settings().scalePercent()),
                        percent -> model.scale(Integer.parseInt(percent))));
        FormCard places = new FormCard(ui.text("ui.settings.workspace"));
        places.wide(workspace);
        model.workspace().subscribe(read -> read.ifPresent(this::fill));
        model.open();
        return FormCard.column(look, places);
    }

    private HBox choice(List<String> values, String prefix, String now, Consumer<String> chosen) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        for (String value : values) {
            ToggleButton button = new ToggleButton(ui.text(prefix + value));
            button.setToggleGroup(group);
            button.setSelected(value.equals(now));
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            boolean first = value.equals(values.getFirst());
            boolean last = value.equals(values.getLast());
            button.getStyleClass().addAll(first ? "left-pill" : last ? "right-pill" : "center-pill", "preset");
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.accept(value);
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private void fill(Workspaces.Workspace read) {
        workspace.getChildren().setAll(Words.wrapped(read.file(), "code", "muted"));
        read.repositories().forEach(place -> workspace.getChildren().add(place(place)));
        if (read.repositories().isEmpty()) {
            workspace.getChildren().add(Words.muted(ui.text("ui.settings.workspace.none")));
        }
    }

    private Node place(Workspaces.Place place) {
        HBox row = new HBox(
                12,
                Words.plain(place.name(), "semibold"),
                Words.plain(place.dir(), "code", "small", "muted"),
                Words.spring(),
                Buttons.plain(ui.text("ui.settings.forget"), Feather.MINUS_CIRCLE, () -> model.forget(place.name())));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("place-row");
        return row;
    }
}
