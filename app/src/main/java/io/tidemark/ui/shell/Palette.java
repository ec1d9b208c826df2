package io.tidemark.ui.shell;

import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Icons;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Type a few letters, go there. */
final class Palette extends VBox {

    private final Ui ui;
    private final PaletteModel model;
    private final TextField words = new TextField();
    private final ListView<PaletteModel.Entry> list = new ListView<>();

    private Palette(Ui ui, PaletteModel model) {
        super(8);
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("dialog-card", "palette");
        words.setPromptText(ui.text("ui.goto.prompt"));
        words.textProperty().subscribe(this::filter);
        list.setCellFactory(view -> new EntryCell());
        list.setFocusTraversable(false);
        list.setFixedCellSize(32);
        list.setOnMouseClicked(event -> choose());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(words, list);
    }

    static void open(Ui ui, Wizards wizards) {
        Palette palette = new Palette(ui, PaletteModel.of(ui, wizards));
        ui.desk().overlay().show(palette);
        palette.words.requestFocus();
    }

    private void filter(String typed) {
        list.getItems().setAll(model.matching(typed == null ? "" : typed));
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(event, 1);
            case UP -> move(event, -1);
            case ENTER -> {
                event.consume();
                choose();
            }
            default -> {}
        }
    }

    private void move(KeyEvent event, int step) {
        event.consume();
        int size = list.getItems().size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, size);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 5));
        }
    }

    private void choose() {
        PaletteModel.Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            ui.desk().overlay().close();
            entry.action().run();
        }
    }

    private static final class EntryCell extends ListCell<PaletteModel.Entry> {

        @Override
        protected void updateItem(PaletteModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty ? null : entry.text());
            setGraphic(empty ? null : Icons.of(entry.ikon(), 15, "muted"));
        }
    }
}
