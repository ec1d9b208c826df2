package io.tidemark.ui.part;

import io.tidemark.model.LineDiff;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Draws a row of a difference: numbers, text, and inside a changed line the part that changed. */
final class DiffCell extends ListCell<DiffLine> {

    /** What always finds room beside another. */
    private static final int LONG = 20;

    @Override
    protected void updateItem(DiffLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(empty || line == null ? null : row(line));
    }

    private HBox row(DiffLine line) {
        HBox row =
                switch (line) {
                    case DiffLine.Beside both -> beside(both.row(), both.changed());
                    case DiffLine.Single one -> new HBox(single(one));
                };
        row.prefWidthProperty().bind(getListView().widthProperty().subtract(16));
        row.maxWidthProperty().bind(row.prefWidthProperty());
        return row;
    }

    private static HBox beside(LineDiff.Row row, boolean changed) {
        HBox right = half(row.after(), row.before(), changed, "fresh");
        right.getStyleClass().add("divided");
        return new HBox(half(row.before(), row.after(), changed, "gone"), right);
    }

    private static HBox half(
            Optional<LineDiff.Line> line, Optional<LineDiff.Line> other, boolean changed, String style) {
        HBox half = cells(line, other.map(LineDiff.Line::text), changed);
        if (changed) {
            half.getStyleClass().add(line.isPresent() ? style : "absent");
        }
        return half;
    }

    private static HBox single(DiffLine.Single one) {
        HBox cells = cells(Optional.of(one.line()), Optional.empty(), false);
        String sign =
                switch (one.sign()) {
                    case SAME -> " ";
                    case GONE -> "−";
                    case FRESH -> "+";
                };
        cells.getChildren().add(1, Words.plain(sign, "code", "diff-sign"));
        switch (one.sign()) {
            case SAME -> {}
            case GONE -> cells.getStyleClass().add("gone");
            case FRESH -> cells.getStyleClass().add("fresh");
        }
        return cells;
    }

    private static HBox cells(Optional<LineDiff.Line> line, Optional<String> other, boolean changed) {
        Label number =
                Words.plain(line.map(one -> Integer.toString(one.number())).orElse(""), "diff-number");
        HBox cells = new HBox(number);
        cells.setAlignment(Pos.CENTER_LEFT);
        cells.getStyleClass().add("diff-half");
        cells.setPrefWidth(200);
        cells.setMinWidth(0);
        HBox.setHgrow(cells, Priority.ALWAYS);
        line.ifPresent(one -> text(cells, one.text(), other.filter(text -> changed)));
        return cells;
    }

    private static void text(HBox cells, String text, Optional<String> other) {
        int head = other.map(beside -> head(text, beside)).orElse(0);
        int tail = other.map(beside -> tail(text, beside, head)).orElse(0);
        if (other.isEmpty() || head + tail == 0) {
            cells.getChildren().add(code(text, false));
            return;
        }
        cells.getChildren().add(code(text.substring(0, head), false));
        cells.getChildren().add(code(text.substring(head, text.length() - tail), true));
        cells.getChildren().add(code(text.substring(text.length() - tail), false));
    }

    private static Label code(String text, boolean mark) {
        Label label = Words.plain(text, "code");
        if (text.length() > LONG) {
            label.setTooltip(new Tooltip(text.strip()));
        }
        if (mark) {
            label.getStyleClass().add("diff-mark");
        } else {
            label.setMinWidth(text.isEmpty() ? 0 : Region.USE_COMPUTED_SIZE);
        }
        return label;
    }

    private static int head(String one, String other) {
        int least = Math.min(one.length(), other.length());
        int same = 0;
        while (same < least && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static int tail(String one, String other, int head) {
        int least = Math.min(one.length(), other.length()) - head;
        int same = 0;
        while (same < least && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }
}
