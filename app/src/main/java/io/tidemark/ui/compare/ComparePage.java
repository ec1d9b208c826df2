package io.tidemark.ui.compare;

import static javafx.scene.control.ContentDisplay.GRAPHIC_ONLY;
import static javafx.scene.control.ContentDisplay.LEFT;

import io.tidemark.model.Comparison;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Words;
import java.io.File;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The Compare page: two versions, what clients boot from first, then packages and files. */
public final class ComparePage implements Page {

    /** A header in which the words of its buttons would push the repository's name out. */
    private static final double NARROW = 840;

    private final Ui ui;
    private final Wizards wizards;
    private final CompareModel model;
    private final VBox body = new VBox();
    private final Button export;
    private Optional<CompareTabs> tabs = Optional.empty();

    /** A page that has not asked yet. */
    public ComparePage(Ui ui, Wizards wizards, Place.Compare place) {
        this.ui = ui;
        this.wizards = wizards;
        this.model = new CompareModel(ui, place);
        this.export = Buttons.plain(ui.text("compare.export"), Feather.FILE_TEXT, this::export);
        export.setTooltip(new Tooltip(export.getText()));
        export.disableProperty().bind(model.comparison().isNull());
        body.getStyleClass().add("compare");
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        body.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        model.comparison().subscribe(_ -> refresh());
        model.problem().subscribe(_ -> refresh());
    }

    /** The comparison behind the page. */
    public CompareModel model() {
        return model;
    }

    @Override
    public Region header() {
        Place.Compare place = model.place();
        Button back = Buttons.icon(ui.text("compare.back"), Feather.ARROW_LEFT, this::back);
        back.getStyleClass().add("flat");
        Label where = Words.plain(place.name() + " / ", "page-title", "crumb", "muted");
        where.setMinWidth(0);
        where.setTooltip(new Tooltip(place.name()));
        String before = Words.brief(place.before());
        String after = Words.brief(place.after());
        boolean stamps =
                !before.equals(place.before()) && Words.stamped(place.before()).equals(before);
        Label title = Words.plain(
                stamps ? before + " → " + after : ui.text("compare.title", "before", before, "after", after),
                "page-title");
        title.setMinWidth(stamps ? Region.USE_PREF_SIZE : 250);
        title.setTooltip(new Tooltip(place.before() + "\n→ " + place.after()));
        Button promote = Buttons.plain(
                stamps ? ui.text("ui.promote") : ui.text("compare.promote", "version", after),
                Feather.ARROW_UP_CIRCLE,
                () -> wizards.promote(place.name(), Optional.of(place.after())));
        Button blocks = blocks();
        HBox header = new HBox(8, back, new HBox(where, title), Words.spring(), blocks, export, promote);
        header.setAlignment(Pos.CENTER_LEFT);
        ((HBox) header.getChildren().get(1)).setAlignment(Pos.CENTER_LEFT);
        blocks.contentDisplayProperty()
                .bind(header.widthProperty().lessThan(NARROW).map(yes -> yes ? GRAPHIC_ONLY : LEFT));
        export.contentDisplayProperty()
                .bind(header.widthProperty().lessThan(NARROW).map(yes -> yes ? GRAPHIC_ONLY : LEFT));
        return header;
    }

    private Button blocks() {
        Button blocks = Buttons.plain(ui.text("deltas.blocks"), Feather.MAP, model::blocks);
        blocks.setId("blocks");
        blocks.setTooltip(new Tooltip(blocks.getText()));
        blocks.visibleProperty().bind(model.images());
        blocks.managedProperty().bind(model.images());
        return blocks;
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void opened() {
        model.load();
    }

    @Override
    public void closed() {
        model.leave();
    }

    private void back() {
        if (!ui.desk().navigator().back()) {
            ui.go(Place.repository(model.place().name()));
        }
    }

    private void refresh() {
        if (model.problem().get() != null) {
            Button again = Buttons.primary(ui.text("compare.again"), Feather.REFRESH_CW, model::load);
            show(padded(new VBox(12, new ProblemNote(model.problem().get(), ui.texts()), again)));
        } else if (model.comparison().get() == null) {
            show(padded(new Skeleton(420, 720, 720, 680, 720, 640)));
        } else {
            compared(model.comparison().get());
        }
    }

    private void compared(Comparison found) {
        Node top = padded(new CompareTop(model, ui));
        if (found.packages().isEmpty() && model.files().count() == 0) {
            EmptyState same = new EmptyState(
                    Feather.CHECK_CIRCLE,
                    ui.text(
                            "compare.same",
                            "before",
                            found.before().name(),
                            "after",
                            found.after().name()),
                    Buttons.plain(ui.text("compare.back"), Feather.ARROW_LEFT, this::back));
            VBox.setVgrow(same, Priority.ALWAYS);
            show(top, same);
            return;
        }
        CompareTabs both = new CompareTabs(model, ui);
        tabs = Optional.of(both);
        VBox.setVgrow(both, Priority.ALWAYS);
        show(top, both);
        both.focusRows();
    }

    private void show(Node... nodes) {
        body.getChildren().setAll(nodes);
    }

    private static Node padded(Node node) {
        VBox box = new VBox(node);
        box.getStyleClass().add("compare-top");
        return box;
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(ui.text("compare.export"));
        chooser.setInitialFileName("%s-%s-%s.txt"
                .formatted(
                        model.place().name(),
                        model.place().before(),
                        model.place().after()));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(ui.text("compare.export.text"), "*.txt"),
                        new FileChooser.ExtensionFilter(ui.text("compare.export.table"), "*.csv"));
        File chosen = chooser.showSaveDialog(body.getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    private void pressed(KeyEvent event) {
        tabs.ifPresent(both -> both.pressed(event));
        if (!event.isConsumed() && event.getCode() == KeyCode.ESCAPE) {
            back();
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        tabs.ifPresent(both -> both.typed(event, model::swap));
    }
}
