package io.tidemark.ui.compare;

import io.tidemark.model.PackageChange;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyMapProperty;
import javafx.beans.property.ReadOnlyMapWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.transformation.FilteredList;

/** The changed packages of a comparison, filtered by text and by chips that combine. No chip means all. */
public final class PackagesModel {

    private final ObservableList<PackageChange> all = FXCollections.observableArrayList();
    private final FilteredList<PackageChange> rows = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableSet<Category> chosen = FXCollections.observableSet();
    private final ReadOnlyMapWrapper<Category, Integer> counts =
            new ReadOnlyMapWrapper<>(FXCollections.observableMap(new EnumMap<>(Category.class)));

    PackagesModel() {
        filter.addListener((_, _, _) -> refilter());
        chosen.addListener((SetChangeListener<Category>) _ -> refilter());
    }

    /** The rows to show, boot-critical first as the engine gave them. */
    public ObservableList<PackageChange> rows() {
        return rows;
    }

    /** Text that name or section must contain, ignoring case. */
    public StringProperty filter() {
        return filter;
    }

    /** The chips that are on. */
    public ObservableSet<Category> chosen() {
        return chosen;
    }

    /** How many rows each chip stands for under the text filter. */
    public ReadOnlyMapProperty<Category, Integer> counts() {
        return counts.getReadOnlyProperty();
    }

    /** How many rows there are under the text filter, whatever chips are on. */
    public int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Turns a chip on or off. */
    public void toggle(Category category) {
        if (!chosen.remove(category)) {
            chosen.add(category);
        }
    }

    /** Shows one kind of rows only. */
    public void only(Category category) {
        filter.set("");
        chosen.clear();
        chosen.add(category);
    }

    void show(List<PackageChange> packages) {
        all.setAll(packages);
        refilter();
    }

    private void refilter() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        Map<Category, Integer> tally = new EnumMap<>(Category.class);
        all.stream()
                .filter(change -> matches(change, wanted))
                .forEach(change -> tally.merge(Category.of(change), 1, Integer::sum));
        rows.setPredicate(
                change -> matches(change, wanted) && (chosen.isEmpty() || chosen.contains(Category.of(change))));
        counts.set(FXCollections.observableMap(tally));
    }

    private static boolean matches(PackageChange change, String wanted) {
        return wanted.isEmpty()
                || change.name().toLowerCase(Locale.ROOT).contains(wanted)
                || change.section().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
