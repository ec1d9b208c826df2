package io.tidemark.ui.part;

import io.tidemark.model.Problem;
import io.tidemark.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What failed, what the state is now and what to do next; details of faults can be copied. */
public final class ProblemNote extends VBox {

    /** A note for a problem in the given language. */
    public ProblemNote(Problem problem, Texts texts) {
        getStyleClass().add("problem-note");
        InlineNote note = new InlineNote(Tone.DANGER, texts.what(problem), texts.state(problem), texts.next(problem));
        if (!problem.details().isEmpty()) {
            note.with(copyButton(problem, texts));
        }
        getChildren().add(note);
    }

    private static Button copyButton(Problem problem, Texts texts) {
        String report = problem.code() + "\n" + texts.what(problem) + "\n\n" + problem.details();
        return Buttons.plain(texts.get("ui.problem.copy"), Feather.COPY, () -> CommandLine.copy(report));
    }
}
