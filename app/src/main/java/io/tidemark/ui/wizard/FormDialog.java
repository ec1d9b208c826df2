package io.tidemark.ui.wizard;

import io.tidemark.model.Problem;
import io.tidemark.ui.Call;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Work;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A dialog with one form and one button that does what the form says; what fails is said above the form. */
public final class FormDialog extends BorderPane {

    private static final KeyCombination START = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);

    private final Ui ui;
    private final VBox notes = new VBox();
    private final Button go;
    private final String words;
    private Optional<Call> running = Optional.empty();

    FormDialog(Ui ui, Feather ikon, String title, Form form, Button go) {
        this.ui = ui;
        this.go = go;
        words = go.getText();
        getStyleClass().addAll("dialog-box", "wizard");
        setPrefSize(760, 680);
        Button close = Buttons.icon(ui.text("wizard.close"), Feather.X, this::close);
        close.getStyleClass().add("flat");
        HBox head =
                new HBox(12, Icons.of(ikon, 20, "accent"), Words.plain(title, "dialog-title"), Words.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("wizard-header");
        VBox page = new VBox(12, notes, form);
        page.getStyleClass().add("wizard-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("wizard-scroll");
        Button no = Buttons.plain(ui.text("wizard.cancel"), Feather.X, this::close);
        HBox foot = new HBox(8, Words.spring(), no, go);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("wizard-footer");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (START.match(event) && !go.isDisabled()) {
                go.fire();
                event.consume();
            }
        });
        setTop(head);
        setCenter(scroll);
        setBottom(foot);
    }

    /** Shows it over the page. */
    void open() {
        ui.desk().overlay().show(this, this::close);
    }

    /** What the button does: the work beside the window, then the rest; the button waits while the form is not complete. */
    <T> FormDialog does(ObservableBooleanValue complete, Work<T> work, Consumer<T> then) {
        complete.subscribe(yes -> go.setDisable(!yes));
        go.setDisable(!complete.get());
        go.setOnAction(event -> {
            go.setDisable(true);
            go.setText(ui.text("wizard.working"));
            notes.getChildren().clear();
            running = Optional.of(ui.bridge()
                    .call(
                            work,
                            done -> {
                                ui.desk().overlay().close();
                                then.accept(done);
                            },
                            this::failed));
        });
        return this;
    }

    private void failed(Problem problem) {
        go.setText(words);
        go.setDisable(false);
        notes.getChildren().setAll(new ProblemNote(problem, ui.texts()));
    }

    private void close() {
        running.ifPresent(Call::cancel);
        ui.desk().overlay().close();
    }
}
