package io.tidemark.ui.compare;

import io.tidemark.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Chips that filter and combine, each with its count; the first stands for all. Chips that count nothing are left out. */
final class Chips<T> extends FlowPane {

    private final ObservableSet<T> chosen;
    private final Formats formats;
    private final List<Runnable> updates = new ArrayList<>();

    Chips(ObservableSet<T> chosen, Formats formats) {
        super(6, 6);
        setPrefWrapLength(620);
        this.chosen = chosen;
        this.formats = formats;
        getStyleClass().add("chips");
        chosen.addListener((SetChangeListener<T>) _ -> refresh());
    }

    /** The chip that stands for all rows. */
    Chips<T> all(String text, Supplier<Long> count) {
        ToggleButton chip = chip();
        chip.setOnAction(_ -> {
            chosen.clear();
            refresh();
        });
        updates.add(() -> dress(chip, text, count.get(), chosen.isEmpty()));
        return this;
    }

    /** A chip for one choice. */
    Chips<T> one(T choice, String text, ToLongFunction<T> count) {
        ToggleButton chip = chip();
        chip.setOnAction(_ -> {
            if (!chosen.remove(choice)) {
                chosen.add(choice);
            }
        });
        updates.add(() -> {
            long number = count.applyAsLong(choice);
            dress(chip, text, number, chosen.contains(choice));
            chip.setVisible(number > 0 || chosen.contains(choice));
            chip.setManaged(chip.isVisible());
        });
        return this;
    }

    /** Counts anew. */
    void refresh() {
        updates.forEach(Runnable::run);
    }

    private ToggleButton chip() {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().setAll("filter-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        getChildren().add(chip);
        return chip;
    }

    private void dress(ToggleButton chip, String text, long count, boolean on) {
        chip.setText(text + " " + formats.number(count));
        chip.setSelected(on);
    }
}
