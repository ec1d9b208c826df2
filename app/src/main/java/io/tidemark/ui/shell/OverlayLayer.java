package io.tidemark.ui.shell;

import io.tidemark.ui.Overlay;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Dims the page and holds the dialog above it; keeps the keyboard inside while it is there. */
final class OverlayLayer extends StackPane {

    private static final double MARGIN = 16;

    private final StackPane frame = new StackPane();
    private Optional<Node> focusBefore = Optional.empty();

    OverlayLayer(Overlay overlay) {
        Region backdrop = new Region();
        backdrop.getStyleClass().add("backdrop");
        frame.getStyleClass().add("dialog-frame");
        frame.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(backdrop, frame);
        setVisible(false);
        overlay.sheet().subscribe(this::show);
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::keepInside);
    }

    private void show(Overlay.Sheet sheet) {
        if (sheet == null) {
            leave();
        } else {
            enter(sheet.dialog());
        }
    }

    private void enter(Region dialog) {
        if (!isVisible() && getScene() != null) {
            focusBefore = Optional.ofNullable(getScene().getFocusOwner());
        }
        dialog.maxWidthProperty().bind(widthProperty().subtract(2 * MARGIN));
        dialog.maxHeightProperty().bind(heightProperty().subtract(2 * MARGIN));
        frame.getChildren().setAll(dialog);
        setVisible(true);
        if (getScene() != null && !inside(getScene().getFocusOwner())) {
            focusFirst();
        }
    }

    private void leave() {
        setVisible(false);
        frame.getChildren().clear();
        focusBefore.ifPresent(Node::requestFocus);
        focusBefore = Optional.empty();
    }

    private void keepInside(Node owner) {
        if (isVisible() && owner != null && !inside(owner)) {
            focusFirst();
        }
    }

    private void focusFirst() {
        first(frame).ifPresent(Node::requestFocus);
    }

    private boolean inside(Node node) {
        Node at = node;
        while (at != null && !frame.equals(at)) {
            at = at.getParent();
        }
        return at != null;
    }

    private static Optional<Node> first(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.isVisible() && !child.isDisabled()) {
                return Optional.of(child);
            }
            Optional<Node> below = child instanceof Parent deeper ? first(deeper) : Optional.empty();
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
