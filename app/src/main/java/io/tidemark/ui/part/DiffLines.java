package io.tidemark.ui.part;

import io.tidemark.model.LineDiff;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;

/** The lines of two texts, beside each other or in one column, and a way from difference to difference. */
public final class DiffLines extends ListView<DiffLine> {

    /** Lines shown above a difference that one goes to. */
    private static final int ABOVE = 3;

    /** Nothing yet. */
    public DiffLines() {
        getStyleClass().add("diff-lines");
        setCellFactory(view -> new DiffCell());
    }

    /** Shows rows, from the first difference on. */
    public void show(List<LineDiff.Row> rows, boolean beside) {
        getItems().setAll(beside ? beside(rows) : below(rows));
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).changed()) {
                scrollTo(Math.max(0, i - ABOVE));
                return;
            }
        }
    }

    /** Goes to the next difference, or the one before. */
    public void step(int by) {
        List<DiffLine> all = getItems();
        for (int i = getSelectionModel().getSelectedIndex() + by; i >= 0 && i < all.size(); i += by) {
            boolean begins = all.get(i).changed() && (i == 0 || !all.get(i - 1).changed());
            if (begins) {
                getSelectionModel().select(i);
                scrollTo(Math.max(0, i - ABOVE));
                return;
            }
        }
    }

    private static List<DiffLine> beside(List<LineDiff.Row> rows) {
        return rows.stream().map(row -> (DiffLine) new DiffLine.Beside(row)).toList();
    }

    /** What goes stands above what comes. */
    private static List<DiffLine> below(List<LineDiff.Row> rows) {
        List<DiffLine> all = new ArrayList<>();
        List<DiffLine> fresh = new ArrayList<>();
        for (LineDiff.Row row : rows) {
            if (row.same()) {
                all.addAll(fresh);
                fresh.clear();
                all.add(new DiffLine.Single(row.after().orElseThrow(), DiffLine.Sign.SAME));
            } else {
                row.before().ifPresent(line -> all.add(new DiffLine.Single(line, DiffLine.Sign.GONE)));
                row.after().ifPresent(line -> fresh.add(new DiffLine.Single(line, DiffLine.Sign.FRESH)));
            }
        }
        all.addAll(fresh);
        return all;
    }
}
