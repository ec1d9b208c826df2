package io.tidemark.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Finds words that do not fit: buttons and chips must never lose a letter, other words only where a tooltip says all of
 * them, and nothing may stick out of the window.
 */
final class CutText {

    /** What {@code Tooltip.install} leaves at a node. */
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private CutText() {}

    static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        walk(root, root, false, found);
        return found;
    }

    private static void walk(Parent root, Node node, boolean spoken, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        boolean said = spoken || node.getProperties().containsKey(TOOLTIP);
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            look(root, labeled, said || labeled.getTooltip() != null, found);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(root, child, said, found));
        }
    }

    private static void look(Parent root, Labeled labeled, boolean spoken, List<String> found) {
        boolean whole = labeled instanceof ButtonBase
                || labeled.getStyleClass().contains("chip")
                || labeled.getStyleClass().contains("heading");
        String wanted = labeled.isMnemonicParsing() ? labeled.getText().replace("_", "") : labeled.getText();
        String shown = shown(labeled);
        if (!shown.equals(wanted) && !labeled.isWrapText() && (whole || !spoken)) {
            found.add("cut off: " + wanted + " -> " + shown);
        }
        Bounds bounds = labeled.localToScene(labeled.getBoundsInLocal());
        Bounds window = root.localToScene(root.getBoundsInLocal());
        boolean beside = bounds.getMaxX() > window.getWidth() + 1 || bounds.getMinX() < -1;
        if (beside && bounds.getMinX() < window.getWidth()) {
            found.add("outside the window: " + labeled.getText());
        }
    }

    private static String shown(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                .map(text -> ((Text) text).getText())
                .findFirst()
                .orElse(labeled.getText());
    }
}
