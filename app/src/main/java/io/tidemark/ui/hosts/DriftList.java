package io.tidemark.ui.hosts;

import io.tidemark.model.HostDrift;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everything of a host that is looked after, and how it stands. */
final class DriftList extends VBox {

    private final Ui ui;
    private final HostModel model;
    private final Label count = Words.muted("");
    private final ListView<HostDrift.Item> list = new ListView<>();

    DriftList(Ui ui, HostModel model, Consumer<Optional<HostDrift.Item>> picked) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("drift-list");
        HBox head = new HBox(8, Words.plain(ui.text("host.managed"), "section-title"), Words.spring(), count);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("drift-list-head");
        list.getStyleClass().add("job-list");
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(item -> picked.accept(Optional.ofNullable(item)));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    void show(HostDrift drift) {
        String before = Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .map(HostDrift.Item::id)
                .orElse("");
        count.setText(ui.text(
                "host.differ", "count", drift.differing(), "all", drift.items().size()));
        list.getItems().setAll(drift.items());
        int index = index(drift, before);
        if (!drift.items().isEmpty()) {
            list.getSelectionModel().select(index);
        }
    }

    /** The one picked before, else the first that differs, else the first. */
    private static int index(HostDrift drift, String before) {
        int drifted = 0;
        for (int i = drift.items().size() - 1; i >= 0; i--) {
            if (drift.items().get(i).id().equals(before)) {
                return i;
            }
            if (drift.items().get(i).drifted()) {
                drifted = i;
            }
        }
        return drifted;
    }

    /** What an item is called: the last part of a path, or what it says of itself. */
    static String name(HostDrift.Item item, Ui ui) {
        if (item.id().startsWith("/")) {
            return item.id().substring(item.id().lastIndexOf('/') + 1);
        }
        String name = item.id().substring(item.id().indexOf(':') + 1);
        return ui.text("host.item." + item.kind(), "name", name);
    }

    private Node state(HostDrift.Item item) {
        String word = ui.text("host.drift." + item.state());
        return switch (item.state()) {
            case SAME -> Icons.of(Feather.CHECK, 16, "success");
            case DIFFERENT -> new Chip(lines(item).orElse(word), Tone.WARNING);
            case MISSING -> new Chip(word, Tone.DANGER);
            case UNKNOWN -> new Chip(word, Tone.NEUTRAL, Feather.HELP_CIRCLE);
            case IGNORED -> new Chip(word);
        };
    }

    private Optional<String> lines(HostDrift.Item item) {
        boolean texts = item.kind() == HostDrift.Kind.FILE
                && item.actual().isPresent()
                && item.desired().isPresent();
        long lines = texts
                ? model.drift().get().rows(item).stream()
                        .filter(row -> !row.same())
                        .count()
                : 0;
        return lines == 0 ? Optional.empty() : Optional.of(ui.text("host.lines", "count", lines));
    }

    private static Feather ikon(HostDrift.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> Feather.USER;
            case DIRECTORY -> Feather.FOLDER;
            case FILE -> Feather.FILE_TEXT;
            case LINK -> Feather.LINK;
            case SERVICE -> Feather.SETTINGS;
            case TIMER -> Feather.CLOCK;
            case CERTIFICATE -> Feather.SHIELD;
            case FIREWALL -> Feather.FILTER;
            case LABEL -> Feather.TAG;
        };
    }

    private final class Cell extends ListCell<HostDrift.Item> {

        @Override
        protected void updateItem(HostDrift.Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : row(item));
        }

        private Node row(HostDrift.Item item) {
            Label name = Words.plain(name(item, ui), "semibold");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            Label more = Words.plain(below(item), "muted", "small");
            more.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            VBox words = new VBox(1, name, more);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            name.setTooltip(new Tooltip(item.id()));
            more.setTooltip(new Tooltip(item.id().startsWith("/") ? item.id() : more.getText()));
            HBox row = new HBox(10, Icons.of(ikon(item.kind()), 16, "muted"), words, state(item));
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("drift-row");
            row.prefWidthProperty().bind(list.widthProperty().subtract(16));
            row.maxWidthProperty().bind(list.widthProperty().subtract(16));
            return row;
        }

        private String below(HostDrift.Item item) {
            boolean path = item.id().startsWith("/");
            return path
                    ? item.id().substring(0, item.id().lastIndexOf('/') + 1)
                    : ui.texts().say(item.detail());
        }
    }
}
