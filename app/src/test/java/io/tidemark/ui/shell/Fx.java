package io.tidemark.ui.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/** Runs steps of a test on the JavaFX thread, from a thread beside it. */
final class Fx {

    private Fx() {}

    static <T> T get(Callable<T> step) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(step.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    static void run(Runnable step) {
        get(() -> {
            step.run();
            return true;
        });
    }

    /** Moves the mouse over a node; places are its own. */
    static void hover(Node node, double x, double y) {
        Point2D place = node.localToScene(x, y);
        PickResult pick = new PickResult(node, place.getX(), place.getY());
        node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                place.getX(),
                place.getY(),
                place.getX(),
                place.getY(),
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                pick));
    }

    /** Waits until so many frames were drawn. */
    static void frames(int count) {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        run(() -> new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                seen++;
                if (seen > count) {
                    stop();
                    drawn.complete(null);
                }
            }
        }.start());
        drawn.join();
    }
}
