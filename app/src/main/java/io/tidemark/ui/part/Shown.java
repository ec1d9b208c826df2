package io.tidemark.ui.part;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Waits for a node to be in the window: what a scroll pane holds comes there later than the pane itself. */
public final class Shown {

    private Shown() {}

    /** Does something once: now if the node is in a window, else as soon as it is. */
    public static void once(Node node, Runnable then) {
        if (node.getScene() != null) {
            then.run();
            return;
        }
        node.sceneProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scene> scene, Scene before, Scene now) {
                node.sceneProperty().removeListener(this);
                then.run();
            }
        });
    }
}
