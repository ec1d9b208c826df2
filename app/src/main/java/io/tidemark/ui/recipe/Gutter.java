package io.tidemark.ui.recipe;

import io.tidemark.model.Finding;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Tone;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Numbers beside the lines of a text, and a mark where something is wrong. It follows the text as that is scrolled. */
final class Gutter extends Pane {

    private static final double TOP = 8;
    private static final double GAP = 10;
    private static final double MARK = 14;
    private static final double LEAST = 46;

    private final Text numbers = new Text();
    private final TreeMap<Integer, Node> marks = new TreeMap<>();
    private final TextArea area;
    private double scrolled;
    private double pitch;
    private int lines = -1;

    /** The numbers of an editor. */
    Gutter(TextArea area) {
        this.area = area;
        getStyleClass().add("code-gutter");
        numbers.getStyleClass().add("code-numbers");
        numbers.setTextAlignment(TextAlignment.RIGHT);
        numbers.setTextOrigin(javafx.geometry.VPos.TOP);
        getChildren().add(numbers);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    void count(String text) {
        int now = 1 + (int) text.chars().filter(c -> c == '\n').count();
        if (now != lines) {
            lines = now;
            StringBuilder all = new StringBuilder();
            for (int i = 1; i <= now; i++) {
                all.append(i).append(i < now ? "\n" : "");
            }
            numbers.setText(all.toString());
            requestLayout();
        }
    }

    void scroll(double top) {
        scrolled = top;
        requestLayout();
    }

    /** The worst of each line is marked. */
    void mark(List<Finding> findings) {
        getChildren().removeAll(marks.values());
        marks.clear();
        for (Finding each : findings) {
            if (each.line() > 0 && !marks.containsKey(each.line())) {
                Tone tone = Tone.of(each.notice().severity());
                marks.put(each.line(), Icons.of(tone.ikon(), 12, tone.style()));
            }
        }
        getChildren().addAll(marks.values());
        requestLayout();
    }

    /** From line to line, in a text of several lines. */
    private static double pitch(Text text) {
        String all = text.getText();
        int last = all.lastIndexOf('\n') + 1;
        long count = all.chars().filter(c -> c == '\n').count();
        return last == 0 ? 0 : (top(text, last) - top(text, 0)) / count;
    }

    private static double top(Text text, int at) {
        return ((MoveTo) text.caretShape(at, true)[0]).getY();
    }

    /** Numbers stand as far from each other as the lines do; fields round the height of lines, shapes do not. */
    private void space() {
        numbers.setLineSpacing(0);
        double own = pitch(numbers);
        pitch = own;
        if (lines > 1 && area.lookup(".content .text") instanceof Text text) {
            pitch = pitch(text) > 0 ? pitch(text) : own;
            numbers.setLineSpacing(Math.max(0, pitch - own));
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(LEAST, MARK + GAP * 2 + numbers.getLayoutBounds().getWidth());
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        space();
        numbers.setLayoutX(getWidth() - GAP - numbers.getLayoutBounds().getWidth());
        numbers.setLayoutY(TOP - scrolled);
        marks.forEach((line, mark) -> {
            mark.autosize();
            double middle = TOP - scrolled + (line - 0.5) * pitch;
            mark.relocate(6, middle - mark.getLayoutBounds().getHeight() / 2);
        });
    }
}
