package io.tidemark.ui.recipe;

import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.Finding;
import io.tidemark.model.Problem;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** One recipe in an editor, with what is wrong with it below, and what can be done with it. */
final class EditorTab extends VBox {

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final Ui ui;
    private final RecipeModel recipes;
    private final SheetModel model;
    private final CodeArea code;
    private final FindBar find;
    private final HBox head = new HBox(10);
    private final VBox note = new VBox();
    private final SaveBar bar;
    private final Node findings;

    EditorTab(Ui ui, RecipeModel recipes, SheetModel model) {
        this.ui = ui;
        this.recipes = recipes;
        this.model = model;
        String title = ui.texts().say(model.saved().get().title());
        code = new CodeArea(model, title);
        find = new FindBar(ui, code.area());
        findings = new FindingList(ui, model, code::jump);
        bar = new SaveBar(ui, model, this::history);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("editor-head");
        note.getStyleClass().add("editor-note");
        note.managedProperty().bind(note.visibleProperty());
        VBox.setVgrow(code, Priority.ALWAYS);
        code.setMinHeight(60);
        setMinWidth(0);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.saved().subscribe(sheet -> fill());
        model.dirty().subscribe(dirty -> fill());
        model.problem().subscribe(this::tell);
        model.restored().subscribe(when -> tell(model.problem().get()));
    }

    SheetModel model() {
        return model;
    }

    CodeArea code() {
        return code;
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            find.show();
            event.consume();
        } else if (SAVE.match(event)) {
            bar.save();
            event.consume();
        }
    }

    private void fill() {
        Sheet sheet = model.saved().get();
        if (sheet.problem().isPresent()) {
            VBox failed = new VBox(
                    12,
                    new ProblemNote(sheet.problem().get(), ui.texts()),
                    Buttons.plain(ui.text("ui.key.refresh.does"), Feather.REFRESH_CW, recipes::open));
            failed.getStyleClass().add("page-body");
            show(List.of(failed));
        } else if (sheet.there() || model.dirty().get()) {
            head(sheet);
            show(List.of(head, find, note, code, findings, bar));
        } else {
            show(List.of(nothing(sheet)));
        }
    }

    private void show(List<Node> nodes) {
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    private Node nothing(Sheet sheet) {
        Button begin = Buttons.primary(ui.text("recipe.begin"), Feather.FILE_PLUS, model::example);
        begin.setId("begin");
        EmptyState empty = new EmptyState(
                Feather.FILE_TEXT, ui.text("recipe.none", "role", ui.texts().say(sheet.title())), begin);
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty;
    }

    private void head(Sheet sheet) {
        Label file = Words.plain(sheet.file().isEmpty() ? ui.text("recipe.fresh") : sheet.file(), "code");
        file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        file.setMinWidth(0);
        file.setTooltip(new Tooltip(tip(sheet)));
        head.getChildren().setAll(file, place(sheet), Words.spring());
        if (sheet.there() && !sheet.kept() && !model.part()) {
            Button keep = Buttons.plain(ui.text("recipe.keep"), Feather.ARCHIVE, model::keep);
            keep.setId("keep");
            keep.setTooltip(new Tooltip(ui.text("recipe.keep.does")));
            head.getChildren().add(keep);
        }
        if (sheet.kept() && !model.part()) {
            head.getChildren().add(Buttons.icon(ui.text("recipe.bring"), Feather.PAPERCLIP, this::bring));
        }
        head.getChildren().add(Buttons.icon(ui.text("recipe.find.open"), Feather.SEARCH, find::show));
    }

    private void bring() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(ui.text("recipe.bring"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .ifPresent(file -> model.bring(file.toPath()));
    }

    private String tip(Sheet sheet) {
        return sheet.beside().isEmpty()
                ? sheet.file()
                : sheet.file() + "\n" + ui.text("recipe.beside", "files", String.join(", ", sheet.beside()));
    }

    private Chip place(Sheet sheet) {
        boolean outside = sheet.there() && !sheet.kept();
        return outside
                ? new Chip(ui.text("recipe.outside"), Tone.NEUTRAL, Feather.EXTERNAL_LINK)
                : new Chip(ui.text("recipe.kept"), Tone.SUCCESS, Feather.ARCHIVE);
    }

    /** What somebody else wrote can be looked at; a fault leads to its line. */
    private void tell(Optional<Problem> problem) {
        note.getChildren().clear();
        note.setVisible(problem.isPresent() || model.restored().get().isPresent());
        model.restored().get().ifPresent(when -> note.getChildren().add(banner(when)));
        problem.ifPresent(failed -> {
            note.getChildren().add(new ProblemNote(failed, ui.texts()));
            if (failed.code().equals("recipe.changed")) {
                Button look = Buttons.plain(
                        ui.text("recipe.theirs"), Feather.GIT_PULL_REQUEST, () -> model.meet(this::theirs));
                look.setId("theirs");
                note.getChildren().add(new HBox(look));
            } else if (failed.code().equals("recipe.beside")) {
                Button again =
                        Buttons.plain(ui.text("recipe.beside.again"), Feather.REFRESH_CW, () -> recipes.again(model));
                again.setId("beside-again");
                note.getChildren().add(new HBox(again));
            } else if (failed.code().equals("recipe.faults")) {
                model.findings().get().stream()
                        .filter(Finding::stops)
                        .findFirst()
                        .ifPresent(first -> code.jump(first.line()));
            }
        });
    }

    /** What an earlier run left is not taken for what the file says. */
    private Node banner(Instant when) {
        Button discard = Buttons.plain(ui.text("recipe.draft.discard"), Feather.TRASH_2, model::revert);
        discard.setId("discard-draft");
        String more = ui.text(model.moved() ? "recipe.draft.moved" : "recipe.draft.more");
        InlineNote banner = new InlineNote(Tone.WARNING, Feather.EDIT_3, ui.text("recipe.draft", "when", when), more);
        banner.setId("draft");
        return banner.with(discard);
    }

    private void theirs() {
        TextSheet.theirs(ui, model);
    }

    private void history() {
        TextSheet.history(ui, recipes.name(), model);
    }
}
