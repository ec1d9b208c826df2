package io.tidemark.ui.recipe;

import io.tidemark.engine.Recipes.Board;
import io.tidemark.model.Severity;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of the texts that versions of one repository are composed of. */
public final class RecipePage implements Page {

    private static final String DIFFERENCE = "difference";

    private final Ui ui;
    private final Wizards wizards;
    private final Place.Recipes place;
    private final RecipeModel model;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<String, RolePane> panes = new LinkedHashMap<>();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final StackPane content = new StackPane();
    private final VBox body = new VBox();
    private final Button compose;
    private String shown;

    /** The page for a place. */
    public RecipePage(Ui ui, Wizards wizards, Place.Recipes place) {
        this.ui = ui;
        this.wizards = wizards;
        this.place = place;
        this.shown = place.role();
        model = new RecipeModel(ui, place.name());
        compose = Buttons.plain(ui.text("recipe.compose"), Feather.PACKAGE, this::compose);
        compose.setId("compose");
        compose.setDisable(true);
        body.getStyleClass().add("host-body");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
    }

    /** The model behind the page. */
    public RecipeModel model() {
        return model;
    }

    @Override
    public Region header() {
        Button back = Buttons.icon(ui.text("deltas.back"), Feather.ARROW_LEFT, this::back);
        back.getStyleClass().add("flat");
        Label title = Words.plain(ui.text("recipe.title"), "page-title");
        HBox crumbs = Words.crumbs(place.name(), title);
        HBox header = new HBox(8, back, crumbs, Words.spring(), compose);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void opened() {
        model.problem().subscribe(problem -> fill());
        model.board().subscribe(board -> fill());
        model.open();
    }

    /** What was not saved waits for the next time. */
    @Override
    public void closed() {
        boolean unsaved = model.all().stream().anyMatch(sheet -> sheet.dirty().get());
        model.close();
        if (unsaved) {
            ui.desk().toasts().say(Severity.INFO, ui.text("recipe.unsaved.kept", "repository", place.name()));
        }
    }

    private void back() {
        if (!ui.desk().navigator().back()) {
            ui.go(Place.repository(place.name()));
        }
    }

    /** What is composed is what was saved. */
    private void compose() {
        if (unsaved(model.first())) {
            ui.desk().toasts().say(Severity.WARNING, ui.text("recipe.compose.unsaved"));
            show(model.first().role());
        } else {
            model.first()
                    .confirm(
                            () -> wizards.update(place.name()),
                            () -> show(model.first().role()));
        }
    }

    private void fill() {
        if (model.problem().get().isPresent()) {
            VBox failed = new VBox(
                    12,
                    new ProblemNote(model.problem().get().get(), ui.texts()),
                    Buttons.plain(ui.text("ui.key.refresh.does"), Feather.REFRESH_CW, model::open));
            failed.getStyleClass().add("page-body");
            body.getChildren().setAll(failed);
        } else if (model.board().get().isEmpty()) {
            VBox waiting = new VBox(new Skeleton(360, 620, 540, 580, 420));
            waiting.getStyleClass().add("page-body");
            body.getChildren().setAll(waiting);
        } else {
            fill(model.board().get().get());
        }
    }

    private void fill(Board board) {
        panes.clear();
        buttons.clear();
        HBox bar = new HBox();
        bar.getStyleClass().add("tab-bar");
        for (SheetModel sheet : model.sheets()) {
            panes.put(sheet.role(), new RolePane(ui, model, sheet));
            String title = ui.texts().say(sheet.saved().get().title());
            ToggleButton button = button(sheet.role(), title);
            Runnable marked = () -> button.setText(unsaved(sheet) ? title + " •" : title);
            sheet.dirty().subscribe(marked);
            model.parts(sheet).forEach(part -> part.dirty().subscribe(marked));
            marked.run();
            sheet.saved().subscribe(saved -> compose.setDisable(!ready()));
            bar.getChildren().add(button);
        }
        bar.getChildren().add(button(DIFFERENCE, ui.text("recipe.difference")));
        body.getChildren().setAll(bar);
        if (!board.ready()) {
            body.getChildren().add(missing(board));
        }
        body.getChildren().add(content);
        show(
                panes.containsKey(role(shown)) || shown.equals(DIFFERENCE)
                        ? shown
                        : model.first().role());
    }

    /** Whether anything of a recipe is typed and not saved. */
    private boolean unsaved(SheetModel sheet) {
        return sheet.dirty().get()
                || model.parts(sheet).stream().anyMatch(part -> part.dirty().get());
    }

    /** The role that an address is about. */
    private static String role(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    private boolean ready() {
        return model.board().get().filter(Board::ready).isPresent()
                && model.first().saved().get().there();
    }

    private Node missing(Board board) {
        HBox box = new HBox(new InlineNote(Tone.WARNING, ui.text("recipe.missing", "program", board.program())));
        HBox.setHgrow(box.getChildren().getFirst(), Priority.ALWAYS);
        box.getStyleClass().add("editor-note");
        return box;
    }

    private ToggleButton button(String role, String title) {
        ToggleButton button = new ToggleButton(title);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.getStyleClass().setAll("tab-button");
        button.setId("recipe-" + role);
        button.setOnAction(event -> show(role));
        buttons.put(role, button);
        return button;
    }

    private void show(String role) {
        shown = role;
        buttons.get(role(role)).setSelected(true);
        if (role.equals(DIFFERENCE)) {
            DifferenceTab difference =
                    new DifferenceTab(ui, model, () -> show(model.second().role()));
            content.getChildren().setAll(List.of(difference));
            difference.open();
        } else {
            RolePane pane = panes.get(role(role));
            if (!role.equals(role(role))) {
                pane.open(role);
            }
            content.getChildren().setAll(List.of(pane));
            ui.bridge().deliver(() -> pane.editor().code().area().requestFocus());
        }
    }
}
