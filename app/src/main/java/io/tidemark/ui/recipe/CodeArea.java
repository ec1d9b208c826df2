package io.tidemark.ui.recipe;

import io.tidemark.model.Finding;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** An editor for text of fixed width with numbered lines. Undo, copy and paste are those of the platform's own field. */
final class CodeArea extends HBox {

    private final TextArea area = new TextArea();
    private final Gutter gutter = new Gutter(area);

    CodeArea(SheetModel model, String spoken) {
        getStyleClass().add("code-editor");
        area.getStyleClass().add("code-area");
        area.setId("code");
        area.setAccessibleText(spoken);
        area.setText(model.text().get());
        area.textProperty().subscribe((before, now) -> {
            model.text().set(now);
            gutter.count(now);
        });
        model.text().subscribe((before, now) -> show(now));
        model.findings().subscribe(this::mark);
        gutter.count(area.getText());
        area.scrollTopProperty().subscribe(top -> gutter.scroll(top.doubleValue()));
        HBox.setHgrow(area, Priority.ALWAYS);
        area.setMinWidth(0);
        getChildren().addAll(gutter, area);
    }

    private void mark(List<Finding> findings) {
        gutter.mark(findings);
    }

    /** What somebody else put there can be undone, too. */
    private void show(String text) {
        if (!text.equals(area.getText())) {
            area.replaceText(0, area.getLength(), text);
            area.positionCaret(0);
        }
    }

    TextArea area() {
        return area;
    }

    /** Selects a line, so that it is seen; the caret stands before it. */
    void jump(int line) {
        String text = area.getText();
        int start = 0;
        for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = text.indexOf('\n', start);
        area.requestFocus();
        area.selectRange(end < 0 ? text.length() : end, start);
    }
}
