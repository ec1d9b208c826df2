package io.tidemark.ui.wizard;

import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The steps of a wizard: done ones ticked, the current one marked, later ones numbered. A done step can be clicked. */
final class StepList extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final WizardModel model;

    StepList(WizardModel model) {
        super(4);
        this.model = model;
        getStyleClass().add("step-list");
    }

    /** One more step with what was chosen there. */
    void add(String title, ObservableValue<String> summary) {
        int number = getChildren().size();
        Label digit = Words.plain(String.valueOf(number + 1), "step-digit");
        StackPane mark = new StackPane(digit, Icons.of(Feather.CHECK, 14, "step-check"));
        mark.getStyleClass().add("step-mark");
        Label name = Words.wrapped(title, "step-title");
        Label below = Words.plain("", "step-summary");
        below.textProperty().bind(summary.map(Words::stamped));
        Tooltip all = new Tooltip();
        all.textProperty().bind(summary);
        below.setTooltip(all);
        VBox words = new VBox(name, below);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        below.managedProperty().bind(below.textProperty().isNotEmpty());
        HBox row = new HBox(12, mark, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("step");
        row.setOnMouseClicked(_ -> model.go(number));
        getChildren().add(row);
        model.step().subscribe(now -> mark(row, number, now.intValue()));
    }

    private void mark(HBox row, int number, int now) {
        boolean last = now == model.resultStep();
        row.pseudoClassStateChanged(CURRENT, number == now);
        row.pseudoClassStateChanged(DONE, number < now || last && number == now);
    }
}
