package io.tidemark.ui.wizard;

import io.tidemark.model.Channel;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.VersionChip;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What clients follow: each channel, where it points now, where afterwards, how; later, what was found on the disk. */
final class ChannelTable extends VBox {

    private final RollbackModel model;
    private final Ui ui;

    ChannelTable(RollbackModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("card-box", "step-table");
        getChildren()
                .add(row(
                        "table-head",
                        head("channel"),
                        head(model.after().get() == null ? "now" : "was"),
                        new Label(),
                        head("after"),
                        head(how())));
        model.facts().status().channels().forEach(channel -> getChildren().add(row(channel)));
    }

    private String how() {
        return model.after().get() == null ? "how" : "found";
    }

    private Node head(String column) {
        return Words.plain(ui.text("wizard.rollback.column." + column), "heading");
    }

    private GridPane row(Channel channel) {
        boolean moved = channel.name().equals(model.channel());
        String now = channel.target().orElse("–");
        String after = moved ? model.to().get() : now;
        return row(
                "table-line",
                named(channel),
                chip(now),
                Icons.of(moved ? Feather.ARROW_RIGHT : Feather.MINUS, 16, "muted"),
                chip(after),
                model.after().get() == null ? intended(moved) : found(channel.name(), after));
    }

    private Node named(Channel channel) {
        Label name = Words.plain(channel.name(), "medium");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(channel.name()));
        name.setGraphic(Icons.of(channel.hold().isPresent() ? Feather.LOCK : Feather.BOOKMARK, 16, "muted"));
        return name;
    }

    private Node chip(String version) {
        HBox box = new HBox(new VersionChip(version, model.facts().sequence(version)));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Label intended(boolean moved) {
        return Words.plain(ui.text(moved ? "wizard.rollback.flips" : "wizard.rollback.untouched"), "muted");
    }

    /** Green only where the disk, read again, says what was intended. */
    private Label found(String channel, String wanted) {
        RepositoryStatus status = model.after().get();
        Optional<Channel> now = status.channels().stream()
                .filter(each -> each.name().equals(channel))
                .findFirst();
        boolean right = now.flatMap(Channel::target).filter(wanted::equals).isPresent();
        boolean held = now.flatMap(Channel::hold).isPresent();
        String key = !right ? "wizard.rollback.wrong" : held ? "wizard.rollback.right.held" : "wizard.rollback.right";
        Label label = Words.plain(ui.text(key, "version", Words.brief(wanted)), right ? "success" : "danger");
        label.setGraphic(Icons.of(right ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, 16, right ? "success" : "danger"));
        return label;
    }

    private static GridPane row(String style, Node... cells) {
        GridPane row = new GridPane();
        row.setHgap(12);
        row.getStyleClass().add(style);
        row.getColumnConstraints().addAll(wide(190), wide(130), new ColumnConstraints(24), wide(130), wide(220));
        row.addRow(0, cells);
        return row;
    }

    private static ColumnConstraints wide(double width) {
        ColumnConstraints column = new ColumnConstraints(0, width, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }
}
