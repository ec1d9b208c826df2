package io.tidemark.ui;

import io.tidemark.model.Problem;
import java.util.function.Consumer;

/** A place for one answer: a newer call takes the place of the older one, whose answer is dropped. JavaFX thread only. */
public final class Latest {

    private final FxBridge bridge;
    private Call current = new Call();

    Latest(FxBridge bridge) {
        this.bridge = bridge;
    }

    /** Starts work after giving up what was asked before. */
    public <T> void call(Work<T> work, Consumer<? super T> then, Consumer<Problem> failed) {
        current.cancel();
        current = bridge.call(work, then, failed);
    }

    /** Starts work after giving up what was asked before; a failure is shown in the window. */
    public <T> void call(Work<T> work, Consumer<? super T> then) {
        current.cancel();
        current = bridge.call(work, then);
    }

    /** Gives up what was asked. */
    public void cancel() {
        current.cancel();
    }
}
