package io.tidemark.ui.shell;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Kbd;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All keys on one sheet. */
final class HelpSheet extends VBox {

    private static final List<String> EVERYWHERE =
            List.of("goto", "help", "back", "jobs", "settings", "refresh", "update", "rollback", "deltas");
    private static final List<String> TIMELINE =
            List.of("versions", "lanes", "second", "zoom", "pan", "newest", "open");
    private static final List<String> COMPARE = List.of("filter", "rows", "swap", "tabs");
    private static final List<String> WIZARDS = List.of("start", "previous", "close");

    private final Ui ui;

    private HelpSheet(Ui ui) {
        super(16);
        this.ui = ui;
        getStyleClass().addAll("dialog-card", "help-sheet");
        HBox title = new HBox(
                Words.plain(ui.text("ui.help.title"), "dialog-title"),
                Words.spring(),
                Buttons.icon(ui.text("ui.close"), Feather.X, ui.desk().overlay()::close));
        title.setAlignment(Pos.CENTER_LEFT);
        VBox right = new VBox(16, column("ui.help.timeline", TIMELINE), column("ui.help.compare", COMPARE));
        VBox left = new VBox(16, column("ui.help.everywhere", EVERYWHERE), column("ui.help.wizards", WIZARDS));
        HBox columns = new HBox(40, left, right);
        getChildren().addAll(title, columns);
    }

    static void open(Ui ui) {
        ui.desk().overlay().show(new HelpSheet(ui));
    }

    private Node column(String title, List<String> keys) {
        GridPane grid = new GridPane(16, 8);
        for (int row = 0; row < keys.size(); row++) {
            String key = keys.get(row);
            grid.addRow(row, new Kbd(ui.text("ui.key." + key)), Words.plain(ui.text("ui.key." + key + ".does")));
        }
        return new VBox(10, Words.heading(ui.text(title)), grid);
    }
}
