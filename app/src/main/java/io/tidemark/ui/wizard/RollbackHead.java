package io.tidemark.ui.wizard;

import io.tidemark.model.Channel;
import io.tidemark.model.Lane;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The head of the rollback dialog: which channel, where it stands since when; another channel can be picked. */
final class RollbackHead extends HBox {

    private final RollbackModel model;
    private final Ui ui;
    private final Label title = Words.plain("", "dialog-title");
    private final Label below = Words.muted("");

    RollbackHead(RollbackModel model, Runnable close, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("rollback-header");
        StackPane icon = new StackPane(Icons.of(Feather.ROTATE_CCW, 18, "danger"));
        icon.getStyleClass().add("rollback-icon");
        VBox words = new VBox(title, below);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        List<String> names =
                model.facts().status().channels().stream().map(Channel::name).toList();
        if (names.size() > 1) {
            getChildren().add(channels(names));
        }
        closing(close);
        model.targets().subscribe(_ -> refresh());
        model.phase().subscribe(_ -> refresh());
    }

    private void closing(Runnable close) {
        var button = Buttons.icon(ui.text("wizard.close"), Feather.X, close);
        button.getStyleClass().add("flat");
        getChildren().add(button);
    }

    private ComboBox<String> channels(List<String> names) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(names);
        box.setValue(model.channel());
        box.setAccessibleText(ui.text("wizard.rollback.channel"));
        box.valueProperty().addListener((_, _, name) -> model.choose(name));
        box.visibleProperty().bind(model.phase().isEqualTo(RollbackModel.Phase.CHOOSING));
        return box;
    }

    private void refresh() {
        title.setText(ui.text("wizard.rollback.title", "channel", model.channel()));
        String since = model.targets()
                .get()
                .lane(model.channel())
                .filter(lane -> !lane.spans().isEmpty())
                .map(lane -> lane.spans().getLast())
                .map(this::since)
                .orElse("");
        boolean done = model.phase().get() == RollbackModel.Phase.DONE;
        below.setText(model.facts().name() + (done ? "" : since));
    }

    private String since(Lane.Span span) {
        return " · " + ui.text("wizard.rollback.since", "version", Words.brief(span.version()), "start", span.start());
    }
}
