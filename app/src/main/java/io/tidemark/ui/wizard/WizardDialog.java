package io.tidemark.ui.wizard;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Shown;
import io.tidemark.ui.part.Words;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The dialog of a wizard: steps on the left, the page on the right, buttons below. */
public final class WizardDialog extends BorderPane {

    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination FORWARD = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);

    private final Ui ui;
    private final Recipe recipe;
    private final WizardModel model;
    private final VBox page = new VBox(12);
    private final Map<Integer, Region> pages = new HashMap<>();

    WizardDialog(Recipe recipe, WizardModel model, Footer.Ways ways, Ui ui) {
        this.ui = ui;
        this.recipe = recipe;
        this.model = model;
        getStyleClass().addAll("dialog-box", "wizard");
        setPrefSize(recipe.small() ? 900 : 984, recipe.small() ? 648 : 728);
        setTop(header(ways));
        setLeft(steps());
        setCenter(scrolling());
        setBottom(new Footer(model, recipe.title(), ways, ui));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.step().subscribe(now -> show(now.intValue()));
    }

    /** The way through. */
    public WizardModel model() {
        return model;
    }

    private Node header(Footer.Ways ways) {
        HBox header = new HBox(
                12,
                Icons.of(recipe.title().ikon(), 20, recipe.title().danger() ? "danger" : "accent"),
                Words.plain(recipe.title().text(), "dialog-title"),
                Words.spring(),
                close(ways));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("wizard-header");
        return header;
    }

    private Node close(Footer.Ways ways) {
        var button = Buttons.icon(ui.text("wizard.close"), Feather.X, ways::close);
        button.getStyleClass().add("flat");
        return button;
    }

    private Node steps() {
        StepList list = new StepList(model);
        recipe.pages().forEach(option -> list.add(option.title(), option.summary()));
        list.add(ui.text("wizard.step.plan"), new SimpleStringProperty(ui.text("wizard.step.plan.summary")));
        list.add(ui.text("wizard.step.run"), new SimpleStringProperty(""));
        list.add(recipe.title().last(), new SimpleStringProperty(""));
        return list;
    }

    private ScrollPane scrolling() {
        page.getStyleClass().add("wizard-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("wizard-scroll");
        return scroll;
    }

    private void show(int step) {
        Region content = step == model.resultStep()
                ? new ResultPage(model.run(), ui, recipe.ending().next())
                : pages.computeIfAbsent(step, this::make);
        VBox.setVgrow(content, Priority.ALWAYS);
        page.getChildren().setAll(Words.wrapped(title(step), "page-title"), content);
        if (step < model.planStep()) {
            recipe.pages().get(step).shown().run();
        }
        Shown.once(content, () -> ui.bridge().deliver(() -> focus(content)));
    }

    private Region make(int step) {
        if (step < model.planStep()) {
            return recipe.pages().get(step).content();
        }
        return step == model.planStep() ? new PlanPage(model.plan(), ui) : new RunPage(model.run(), ui);
    }

    private String title(int step) {
        if (step < model.planStep()) {
            return recipe.pages().get(step).title();
        } else if (step == model.planStep()) {
            return ui.text("wizard.step.plan");
        }
        return step == model.runStep()
                ? ui.text("wizard.step.run")
                : recipe.title().last();
    }

    private static void focus(Region content) {
        content.lookupAll(".text-field, .radio-button, .check-box").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void key(KeyEvent event) {
        if (BACK.match(event)) {
            model.back();
            event.consume();
        } else if (FORWARD.match(event)) {
            model.forward();
            event.consume();
        }
    }
}
