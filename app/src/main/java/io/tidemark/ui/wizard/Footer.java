package io.tidemark.ui.wizard;

import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The buttons of a wizard, as they fit the step one is at. */
final class Footer extends HBox {

    private final Ui ui;
    private final WizardModel model;
    private final Recipe.Title title;
    private final Ways ways;
    private Shown shown;

    /** Where the buttons lead that the wizard itself does not answer. */
    interface Ways {
        /** Closes the dialog; a running job goes on. */
        void close();

        /** Lifts a hold or makes room, in a dialog of its own. */
        void elsewhere(WayOut way);
    }

    Footer(WizardModel model, Recipe.Title title, Ways ways, Ui ui) {
        super(8);
        this.ui = ui;
        this.model = model;
        this.title = title;
        this.ways = ways;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("wizard-footer");
        List<ObservableValue<?>> seen = List.of(
                model.step(),
                model.plan().plan(),
                model.plan().problem(),
                model.run().job(),
                model.run().problem(),
                model.run().cancelling());
        seen.forEach(value -> value.subscribe(_ -> refresh()));
    }

    /** Buttons are made anew only when they must differ, so that none vanishes under the mouse. */
    private void refresh() {
        Shown now = new Shown(
                model.step().get(),
                model.plan().plan().get(),
                model.plan().problem().get(),
                model.stopped(),
                model.run().running() && !model.run().cancelling().get());
        if (!now.equals(shown)) {
            shown = now;
            getChildren().clear();
            fill(now.step());
        }
    }

    private void fill(int step) {
        if (step < model.planStep()) {
            choosing(step);
        } else if (step == model.planStep()) {
            planned();
        } else if (step == model.runStep()) {
            running();
        } else {
            remark(ui.text("wizard.foot.done"));
            getChildren().add(primary(ui.text("wizard.close"), Feather.CHECK, ways::close));
        }
    }

    private void choosing(int step) {
        remark(ui.text("wizard.foot.choosing"));
        cancelAndBack();
        Button next = primary(ui.text("wizard.next.page"), Feather.CHEVRON_RIGHT, model::next);
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setDefaultButton(true);
        next.disableProperty().bind(Bindings.not(model.completeness(step)));
        getChildren().add(next);
    }

    private void planned() {
        Plan plan = model.plan().plan().get();
        WayOut way = model.plan().confirmation().way().get();
        remark(plan == null ? ui.text("wizard.foot.choosing") : made(plan));
        if (plan != null && plan.nothingToDo()) {
            back();
            getChildren().add(primary(ui.text("wizard.close"), Feather.CHECK, ways::close));
            return;
        }
        cancelAndBack();
        if (way != null) {
            getChildren().add(wayOut(way));
        } else if (model.plan().problem().get() != null) {
            getChildren().add(primary(ui.text("wizard.plan.again"), Feather.REFRESH_CW, model.plan()::again));
        } else if (plan == null || plan.mayRun()) {
            getChildren().add(start());
        }
    }

    private String made(Plan plan) {
        return plan.mayRun()
                ? ui.text("wizard.foot.plan", "time", ui.texts().formats().clock(plan.made()))
                : ui.text("wizard.foot.gate");
    }

    private Button start() {
        Button start = primary(title.start(), title.ikon(), model::start);
        if (title.danger()) {
            start.getStyleClass().setAll("button", "danger");
        }
        start.setDisable(!model.startable().get());
        return start;
    }

    private Button wayOut(WayOut way) {
        Button button = Buttons.plain(ui.text("wizard.way." + key(way)), Feather.UNLOCK, () -> take(way));
        button.getStyleClass().add("danger");
        button.disableProperty().bind(model.plan().confirmation().given().not());
        button.setId("way-out");
        return button;
    }

    private static String key(WayOut way) {
        return switch (way) {
            case WayOut.Typed _, WayOut.Ticked _ -> "pass";
            case WayOut.Trust _ -> "trust";
            case WayOut.Release _, WayOut.ReleaseThere _ -> "release";
            case WayOut.MakeRoom _ -> "room";
            case WayOut.Verify _ -> "verify";
        };
    }

    private void take(WayOut way) {
        switch (way) {
            case WayOut.Release _, WayOut.ReleaseThere _, WayOut.MakeRoom _, WayOut.Verify _ -> ways.elsewhere(way);
            case WayOut.Typed _, WayOut.Ticked _, WayOut.Trust _ -> model.plan().takeWayOut();
        }
    }

    private void running() {
        if (model.stopped()) {
            remark(ui.text("wizard.foot.stopped"));
            getChildren().add(Foot.button(ui.text("wizard.close"), ways::close));
            getChildren().add(Buttons.plain(ui.text("wizard.back"), Feather.CHEVRON_LEFT, model::back));
            if (model.run().job().get() != null) {
                getChildren().add(primary(ui.text("wizard.retry"), Feather.REFRESH_CW, model.run()::retry));
            }
            return;
        }
        remark(ui.text("wizard.foot.running"));
        Button cancel = Buttons.danger(ui.text("wizard.run.cancel"), Feather.X_CIRCLE, model.run()::cancel);
        cancel.setDisable(!shown.cancellable());
        getChildren().add(cancel);
        getChildren().add(primary(ui.text("wizard.run.leave"), Feather.MINIMIZE_2, ways::close));
    }

    private void cancelAndBack() {
        getChildren().add(Foot.button(ui.text("wizard.cancel"), ways::close));
        back();
    }

    private void back() {
        if (model.canGoBack()) {
            getChildren().add(Buttons.plain(ui.text("wizard.back"), Feather.CHEVRON_LEFT, model::back));
        }
    }

    private void remark(String text) {
        Label label = Words.wrapped(text, "muted");
        label.setGraphic(Icons.of(Feather.INFO, 16, "muted"));
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(label);
    }

    private static Button primary(String text, Ikon ikon, Runnable action) {
        Button button = Buttons.primary(text, ikon, action);
        button.setId("primary");
        return button;
    }

    /** What the buttons depend on. */
    private record Shown(int step, Plan plan, Problem problem, boolean stopped, boolean cancellable) {}
}
