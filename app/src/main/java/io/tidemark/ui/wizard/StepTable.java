package io.tidemark.ui.wizard;

import io.tidemark.model.PlanStep;
import io.tidemark.text.Texts;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The steps of a plan: icon, what, files, bytes, why. Very long plans are cut and say how many steps follow. */
final class StepTable extends VBox {

    private static final int SHOWN = 200;
    /** Letters of a name that stands beside its action. */
    private static final int SHORT = 24;

    private final Texts texts;

    StepTable(List<PlanStep> steps, Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("card-box", "step-table");
        getChildren().add(row("table-head", new Region(), head("step"), head("files"), head("bytes"), head("reason")));
        steps.stream().limit(SHOWN).map(this::row).forEach(getChildren()::add);
        if (steps.size() > SHOWN) {
            getChildren().add(Words.muted(texts.get("wizard.plan.more", "count", steps.size() - SHOWN)));
        }
    }

    private GridPane row(PlanStep step) {
        String files = step.files() < 0 ? "–" : texts.formats().number(step.files());
        String bytes = step.bytes() == 0 ? "–" : texts.formats().bytes(step.bytes());
        return row(
                "table-line",
                StepIcons.of(step.action()),
                what(step),
                Words.plain(files),
                Words.plain(bytes),
                reason(texts.say(step.reason())));
    }

    /** A long name gets a line of its own, with all of it in a tooltip. */
    private Node what(PlanStep step) {
        String action = texts.get("action." + step.action());
        String subject = subject(step).strip();
        String brief = Words.stamped(subject);
        if (brief.equals(subject) && subject.length() <= SHORT) {
            return Words.wrapped((action + " " + subject).strip(), "medium");
        }
        Label name = Words.plain(brief, "medium");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(subject));
        return new VBox(Words.wrapped(action, "medium"), name);
    }

    private static Label reason(String words) {
        Label reason = Words.wrapped(Words.stamped(words), "muted");
        if (!reason.getText().equals(words)) {
            reason.setTooltip(new Tooltip(words));
        }
        return reason;
    }

    private static String subject(PlanStep step) {
        boolean said = step.subject().isEmpty() || step.action() == PlanStep.Action.FETCH;
        return said ? "" : " " + step.subject();
    }

    private Label head(String column) {
        return Words.plain(texts.get("wizard.plan.column." + column), "heading");
    }

    private static GridPane row(String style, Node... cells) {
        GridPane row = new GridPane();
        row.setHgap(12);
        row.getStyleClass().add(style);
        row.getColumnConstraints().addAll(fixed(18), share(34), right(72), right(84), share(46));
        row.addRow(0, cells);
        return row;
    }

    private static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width);
    }

    private static ColumnConstraints right(double width) {
        ColumnConstraints column = fixed(width);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private static ColumnConstraints share(double weight) {
        ColumnConstraints column = new ColumnConstraints(0, weight * 4, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }
}
