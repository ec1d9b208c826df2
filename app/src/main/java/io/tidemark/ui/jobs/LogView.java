package io.tidemark.ui.jobs;

import io.tidemark.model.LogLine;
import io.tidemark.model.Severity;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.Words;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The log of the picked job; it follows the newest line as long as that is wished. */
final class LogView extends VBox {

    private final Ui ui;
    private final JobsModel model;
    private final ListView<LogLine> list = new ListView<>();
    private final CheckBox follow = new CheckBox();

    LogView(Ui ui, JobsModel model) {
        this.ui = ui;
        this.model = model;
        follow.setText(ui.text("ui.log.follow"));
        follow.setSelected(true);
        follow.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(
                10,
                Words.plain(ui.text("ui.log"), "semibold"),
                Words.spring(),
                follow,
                Buttons.icon(ui.text("ui.copy"), Feather.COPY, this::copy));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("log-head");
        list.setItems(model.log());
        list.getStyleClass().add("log-list");
        list.setFixedCellSize(20);
        list.setCellFactory(view -> new LogCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox foot = new HBox(Words.wrapped(ui.text("ui.job.keeps"), "muted", "table-size"));
        foot.getStyleClass().add("log-foot");
        foot.managedProperty().bind(foot.visibleProperty());
        model.picked()
                .subscribe(job -> foot.setVisible(
                        job.filter(open -> !open.state().ended()).isPresent()));
        getChildren().addAll(head, list, foot);
        model.log().addListener((InvalidationListener) change -> scroll());
    }

    private void scroll() {
        if (follow.isSelected() && !model.log().isEmpty()) {
            list.scrollTo(model.log().size() - 1);
        }
    }

    private void copy() {
        CommandLine.copy(model.log().stream().map(this::words).collect(Collectors.joining("\n")));
    }

    private String words(LogLine line) {
        return ui.texts().formats().clock(line.time()) + " " + ui.texts().say(line.phrase());
    }

    private final class LogCell extends ListCell<LogLine> {

        LogCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(LogLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean none = empty || line == null;
            setText(none ? null : words(line));
            setTooltip(none ? null : new Tooltip(getText()));
            getStyleClass().removeAll("warning", "danger");
            if (!none && (line.severity() == Severity.WARNING || line.severity() == Severity.DANGER)) {
                getStyleClass().add(line.severity() == Severity.WARNING ? "warning" : "danger");
            }
        }
    }
}
