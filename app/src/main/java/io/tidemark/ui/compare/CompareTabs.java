package io.tidemark.ui.compare;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Packages and files in tabs with true counts; packages are left out where the kind has none. */
final class CompareTabs extends VBox {

    private final Ui ui;
    private final PackagesTab packages;
    private final FilesTab files;
    private final StackPane content = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton packagesTab;
    private final ToggleButton filesTab;

    CompareTabs(CompareModel model, Ui ui) {
        this.ui = ui;
        packages = new PackagesTab(model, ui);
        files = new FilesTab(model.files(), ui);
        packagesTab = tab(
                "compare.tab." + model.comparison().get().items().word(),
                model.comparison().get().packages().size(),
                packages);
        filesTab = tab("compare.tab.files", model.files().count(), files);
        boolean some = !model.comparison().get().packages().isEmpty();
        HBox bar = new HBox(filesTab);
        if (some) {
            bar.getChildren().addFirst(packagesTab);
        }
        bar.getStyleClass().add("tab-bar");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(bar, content);
        (some ? packagesTab : filesTab).setSelected(true);
        model.packages().chosen().addListener((SetChangeListener<Category>) _ -> packagesTab.setSelected(some));
    }

    /** Puts the keyboard on the rows. */
    void focusRows() {
        ui.bridge().deliver(() -> rows().requestFocus());
    }

    /** Tabs by {@code Ctrl 1} and {@code Ctrl 2}; {@code Esc} clears a filter before it leaves the page. */
    void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.DIGIT1 && packagesTab.getParent() != null) {
            packagesTab.setSelected(true);
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.DIGIT2) {
            filesTab.setSelected(true);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && clear()) {
            rows().requestFocus();
            event.consume();
        }
    }

    /** Letters that are commands unless somebody types text. */
    void typed(KeyEvent event, Runnable swap) {
        if (event.getTarget() instanceof TextInputControl || event.isControlDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCharacter()) {
            case "/" -> filter().requestFocus();
            case "j" -> step(1);
            case "k" -> step(-1);
            case "x" -> swap.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean clear() {
        return packagesTab.isSelected() ? packages.clear() : files.clear();
    }

    private void step(int by) {
        if (packagesTab.isSelected()) {
            packages.step(by);
        } else {
            files.step(by);
        }
    }

    private Node rows() {
        return packagesTab.isSelected() ? packages.rows() : files.rows();
    }

    private Node filter() {
        return packagesTab.isSelected() ? packages.filter() : files.filter();
    }

    private ToggleButton tab(String key, long count, Region page) {
        ToggleButton tab = new ToggleButton(ui.text(key));
        Label badge = Words.plain(ui.texts().formats().number(count), "tab-count");
        tab.setGraphic(badge);
        tab.setContentDisplay(ContentDisplay.RIGHT);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setToggleGroup(group);
        tab.getStyleClass().setAll("tab-button");
        tab.setId(key.replace('.', '-'));
        tab.selectedProperty().addListener((_, _, on) -> {
            if (on) {
                content.getChildren().setAll(page);
            } else if (group.getSelectedToggle() == null) {
                tab.setSelected(true);
            }
        });
        return tab;
    }
}
