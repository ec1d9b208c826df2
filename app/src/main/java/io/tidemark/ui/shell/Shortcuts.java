package io.tidemark.ui.shell;

import io.tidemark.ui.Inventory;
import io.tidemark.ui.Overlay;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work everywhere. While a dialog is open only {@code Esc} does. */
final class Shortcuts {

    private final Ui ui;
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    Shortcuts(Ui ui, Wizards wizards) {
        this.ui = ui;
        on(KeyCode.K, () -> Palette.open(ui, wizards), KeyCombination.SHORTCUT_DOWN);
        on(KeyCode.F1, () -> HelpSheet.open(ui));
        on(KeyCode.LEFT, ui.desk().navigator()::back, KeyCombination.ALT_DOWN);
        on(KeyCode.COMMA, () -> ui.go(new Place.Settings(Optional.empty())), KeyCombination.SHORTCUT_DOWN);
        on(KeyCode.J, () -> ui.go(new Place.Jobs(Optional.empty())), KeyCombination.SHORTCUT_DOWN);
        on(
                KeyCode.R,
                () -> here(name -> wizards.rollback(name, Optional.empty())),
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        on(KeyCode.U, () -> here(wizards::update), KeyCombination.SHORTCUT_DOWN);
        on(KeyCode.D, () -> here(this::deltas), KeyCombination.SHORTCUT_DOWN);
        on(KeyCode.F5, this::refresh);
    }

    void install(Node root) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void on(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        keys.put(new KeyCodeCombination(code, modifiers), action);
    }

    private void pressed(KeyEvent event) {
        Overlay.Sheet sheet = ui.desk().overlay().sheet().get();
        if (event.getCode() == KeyCode.ESCAPE) {
            escape(sheet);
            event.consume();
        } else if (sheet == null) {
            keys.entrySet().stream()
                    .filter(key -> key.getKey().match(event))
                    .findFirst()
                    .ifPresent(key -> run(key.getValue(), event));
        }
    }

    private static void run(Runnable action, KeyEvent event) {
        event.consume();
        action.run();
    }

    private void escape(Overlay.Sheet sheet) {
        if (sheet != null) {
            sheet.escape().run();
        } else {
            ui.desk().navigator().back();
        }
    }

    private void here(Consumer<String> command) {
        ui.desk().navigator().place().get().repository().ifPresent(command);
    }

    /** Only where there are deltas. */
    private void deltas(String name) {
        ui.desk()
                .inventory()
                .item(name)
                .filter(Inventory.Item::deltas)
                .ifPresent(item -> ui.go(new Place.Deltas(name, Optional.empty())));
    }

    private void refresh() {
        ui.desk().inventory().refresh();
        ui.jobs().refresh();
    }
}
