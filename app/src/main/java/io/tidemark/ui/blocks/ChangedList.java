package io.tidemark.ui.blocks;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.ChangedFile;
import io.tidemark.engine.Images.Told;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The files that changed most. The one that is selected is marked in the map, and the other way round. */
final class ChangedList extends VBox {

    private static final double LEAST = 150;

    private final Ui ui;
    private final BlocksModel model;
    private final BlockMap map;
    private final ListView<ChangedFile> list = new ListView<>();
    private boolean told;

    ChangedList(Ui ui, BlocksModel model, BlockMap map) {
        super(8);
        this.ui = ui;
        this.model = model;
        this.map = map;
        getStyleClass().addAll("deltas-part", "divided-top");
        boolean places = map.contents().told() == Told.PLACES;
        getChildren().add(Words.plain(ui.text(places ? "blocks.files.places" : "blocks.files"), "section-title"));
        if (!places) {
            getChildren()
                    .add(Words.wrapped(ui.text("blocks.told." + map.contents().told()), "muted", "table-size"));
        } else if (map.contents().files().isEmpty()) {
            getChildren().add(Words.wrapped(ui.text("blocks.files.same"), "muted", "table-size"));
        }
        if (!map.contents().files().isEmpty()) {
            getChildren().add(list());
        }
    }

    private ListView<ChangedFile> list() {
        list.setId("changed-files");
        list.getStyleClass().add("changed-files");
        list.getItems().setAll(map.contents().files());
        list.setCellFactory(view -> new Row());
        list.setMinHeight(LEAST);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (!told && now != null) {
                model.choose(now);
            }
        });
        model.file().subscribe(file -> {
            told = true;
            file.ifPresentOrElse(this::show, () -> list.getSelectionModel().clearSelection());
            told = false;
        });
        return list;
    }

    private void show(ChangedFile file) {
        if (!file.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(file);
            list.scrollTo(file);
        }
    }

    private String sizes(ChangedFile file) {
        if (file.fresh() >= 0) {
            return ui.text("blocks.file.fresh", "fresh", file.fresh(), "stored", file.stored());
        }
        if (file.before() < 0) {
            return ui.text("blocks.file.new", "bytes", file.after());
        }
        return file.after() < 0
                ? ui.text("blocks.file.gone", "bytes", file.before())
                : ui.text("blocks.file.changed", "before", file.before(), "after", file.after());
    }

    private static long weight(ChangedFile file) {
        return file.fresh() >= 0 ? file.fresh() : Math.max(file.before(), file.after());
    }

    /** One file: its path, how much of all that is new is its own, and in words. */
    private final class Row extends ListCell<ChangedFile> {

        private final Label path = Words.plain("", "table-size");
        private final Label sizes = Words.plain("", "muted", "small");
        private final ProgressBar bar = new ProgressBar(0);
        private final VBox box;

        Row() {
            path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            path.setTooltip(new Tooltip());
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            sizes.setMinWidth(USE_PREF_SIZE);
            HBox below = new HBox(10, bar, sizes);
            below.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            box = new VBox(3, path, below);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ChangedFile file, boolean empty) {
            super.updateItem(file, empty);
            setGraphic(empty ? null : box);
            if (!empty) {
                long most = Math.max(1, weight(map.contents().files().getFirst()));
                path.setText(file.path());
                path.getTooltip().setText(file.path());
                sizes.setText(sizes(file));
                bar.setProgress((double) weight(file) / most);
            }
        }
    }
}
