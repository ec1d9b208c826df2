package io.tidemark.ui.wizard;

import io.tidemark.model.Plan;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Kbd;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The foot of the rollback dialog: what stays, Cancel, and the red button. */
final class RollbackFooter extends HBox {

    private final RollbackModel model;
    private final Ui ui;
    private final Runnable close;
    private final Label title = Words.wrapped("", "section-title");
    private final Label below = Words.wrapped("", "muted");
    private final HBox buttons = new HBox(8);

    RollbackFooter(RollbackModel model, Runnable close, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        this.close = close;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("rollback-footer");
        VBox words = new VBox(title, below);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, buttons);
        model.phase().subscribe(_ -> refresh());
        model.to().subscribe(_ -> refresh());
        model.targets().subscribe(_ -> refresh());
        model.plan().plan().subscribe(_ -> refresh());
    }

    private void refresh() {
        buttons.getChildren().clear();
        String from = model.from().orElse("–");
        below.setText(ui.text("wizard.rollback.kept", "from", Words.brief(from)));
        switch (model.phase().get()) {
            case CHOOSING -> choosing();
            case RUNNING -> running();
            case DONE -> {
                boolean right = model.asIntended();
                say(
                        ui.text(right ? "wizard.rollback.done" : "wizard.rollback.unsure"),
                        right ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                        right ? "success" : "danger");
                buttons.getChildren().add(tall(Buttons.primary(ui.text("wizard.close"), Feather.CHECK, close)));
            }
            case STOPPED -> {
                say(ui.text("wizard.rollback.stopped"), Feather.ALERT_TRIANGLE, "danger");
                buttons.getChildren().add(tall(Buttons.primary(ui.text("wizard.close"), Feather.X, close)));
            }
        }
    }

    private void choosing() {
        if (model.targets().get().versions().isEmpty()) {
            nowhere();
            return;
        }
        say(ui.text("wizard.rollback.soon"), Feather.CLOCK, "muted");
        buttons.getChildren().add(tall(Foot.button(ui.text("wizard.cancel"), close)));
        Button go = Buttons.plain(
                ui.text("wizard.rollback.start", "to", Words.brief(model.to().get())),
                Feather.ROTATE_CCW,
                model::start);
        go.getStyleClass().add("danger");
        go.setId("rollback");
        Plan plan = model.plan().plan().get();
        go.setDisable(model.to().get().isEmpty() || plan != null && (!plan.mayRun() || plan.nothingToDo()));
        buttons.getChildren().addAll(tall(go), new Kbd("Ctrl ⏎"));
    }

    /** Nothing can be started: no button that could not be pressed. */
    private void nowhere() {
        title.setText("");
        title.setGraphic(null);
        below.setText("");
        buttons.getChildren().add(tall(Buttons.primary(ui.text("wizard.close"), Feather.X, close)));
    }

    private void running() {
        say(ui.text("wizard.rollback.running"), Feather.CLOCK, "muted");
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(200);
        buttons.getChildren().add(bar);
    }

    private void say(String text, Feather ikon, String style) {
        title.setText(text);
        title.setGraphic(Icons.of(ikon, 16, style));
    }

    private static Button tall(Button button) {
        button.getStyleClass().add("tall");
        return button;
    }
}
