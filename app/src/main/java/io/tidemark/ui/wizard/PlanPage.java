package io.tidemark.ui.wizard;

import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Plan;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What would be done, before anything is: totals, steps, gates, remarks, the same as a command. */
final class PlanPage extends VBox {

    private final Ui ui;
    private final PlanModel model;

    PlanPage(PlanModel model, Ui ui) {
        super(12);
        this.ui = ui;
        this.model = model;
        getStyleClass().add("plan-page");
        model.plan().subscribe(_ -> refresh());
        model.problem().subscribe(_ -> refresh());
        model.planning().subscribe(_ -> refresh());
    }

    private void refresh() {
        getChildren().clear();
        if (model.planning().get()) {
            getChildren().addAll(Words.muted(ui.text("wizard.plan.making")), new Skeleton(520, 640, 640, 480, 560));
        } else if (model.problem().get() != null) {
            getChildren().add(new ProblemNote(model.problem().get(), ui.texts()));
            confirm();
        } else if (model.plan().get() != null) {
            show(model.plan().get());
        }
    }

    private void show(Plan plan) {
        if (!plan.nothingToDo()) {
            getChildren().add(untouched(plan));
        }
        plan.gates().stream()
                .filter(gate -> !gate.open())
                .forEach(gate -> getChildren().add(GateNote.closed(gate, plan, ui)));
        confirm();
        if (plan.nothingToDo()) {
            String[] why = plan.steps().stream()
                    .map(step -> ui.texts().say(step.reason()))
                    .toArray(String[]::new);
            getChildren().add(new InlineNote(Tone.SUCCESS, ui.text("wizard.plan.nothing"), why));
        } else {
            FigureCards figures = new PlanFigures(ui).of(plan);
            if (!figures.getChildren().isEmpty()) {
                getChildren().add(figures);
            }
            getChildren().add(new StepTable(plan.steps(), ui.texts()));
        }
        plan.notices().forEach(this::notice);
        passed(plan);
        command(plan);
    }

    private VBox untouched(Plan plan) {
        String key = plan.version().isPresent() && plan.from().isPresent()
                ? "wizard.plan.untouched.from"
                : "wizard.plan.untouched";
        return new VBox(
                Words.wrapped(Words.stamped(ui.text(key, "from", plan.from().orElse(""))), "muted"));
    }

    /** Every open gate in one note, so that the eye stops only where it must; those passed over are not called passed. */
    private void passed(Plan plan) {
        String passed = sentences(plan, gate -> !model.passedOver(gate));
        String over = sentences(plan, model::passedOver);
        if (!over.isEmpty()) {
            getChildren().add(new InlineNote(Tone.WARNING, Feather.UNLOCK, ui.text("wizard.gate.over"), over));
        }
        if (!passed.isEmpty()) {
            String title = ui.text(plan.mayRun() ? "wizard.gate.passed" : "wizard.gate.passed.others");
            getChildren().add(new InlineNote(Tone.SUCCESS, Feather.SHIELD, title, passed));
        }
    }

    private String sentences(Plan plan, Predicate<Gate> wanted) {
        return Words.stamped(plan.gates().stream()
                .filter(Gate::open)
                .filter(wanted)
                .map(gate -> ui.texts().say(gate.phrase()))
                .collect(Collectors.joining(" ")));
    }

    private void notice(Notice notice) {
        String text = ui.texts().say(notice.phrase());
        getChildren().add(new InlineNote(Tone.of(notice.severity()), text));
    }

    private void confirm() {
        if (model.confirmation().way().get() != null) {
            VBox box = new VBox(GateNote.confirm(model.confirmation(), ui));
            box.getStyleClass().addAll("card-box", "confirm");
            getChildren().add(box);
        }
    }

    private void command(Plan plan) {
        VBox box = new VBox(
                4, Words.heading(ui.text("wizard.command")), new CommandLine(plan.command(), ui.text("wizard.copy")));
        getChildren().add(box);
    }
}
