package io.tidemark.ui.wizard;

import io.tidemark.model.JobRecord;
import io.tidemark.model.Outcome;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What was done and verified, what it cost, the same as a command, and where to go from here. */
final class ResultPage extends VBox {

    ResultPage(RunModel model, Ui ui, Function<Outcome, List<Node>> next) {
        super(12);
        JobRecord job = model.job().get();
        Outcome outcome = job.outcome().orElseThrow();
        getChildren().add(new InlineNote(Tone.SUCCESS, ui.texts().say(outcome.summary())));
        if (model.problem().get() != null) {
            getChildren().add(new ProblemNote(model.problem().get(), ui.texts()));
        }
        FigureCards cards = new PlanFigures(ui).of(outcome);
        if (!cards.getChildren().isEmpty()) {
            getChildren().add(cards);
        }
        outcome.notices()
                .forEach(notice -> getChildren()
                        .add(new InlineNote(
                                Tone.of(notice.severity()), ui.texts().say(notice.phrase()))));
        next(next.apply(outcome), ui);
        getChildren()
                .add(new VBox(
                        4,
                        Words.heading(ui.text("wizard.command")),
                        new CommandLine(job.plan().command(), ui.text("wizard.copy"))));
    }

    private void next(List<Node> buttons, Ui ui) {
        if (!buttons.isEmpty()) {
            FlowPane row = new FlowPane(8, 8);
            row.getChildren().setAll(buttons);
            getChildren().add(new VBox(8, Words.heading(ui.text("wizard.next")), row));
        }
    }
}
