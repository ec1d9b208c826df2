package io.tidemark.ui;

import io.tidemark.model.Problem;
import io.tidemark.model.Severity;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Short remarks in the corner of the window, newest last. JavaFX thread only. */
public final class Toasts {

    private static final int SHOWN = 4;

    private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
    /** Kept here, for listeners of a wrapper that nobody keeps are lost with it. */
    private final ObservableList<Toast> shown = FXCollections.unmodifiableObservableList(toasts);

    /** What is on show. */
    public ObservableList<Toast> list() {
        return shown;
    }

    /** Says something. */
    public void say(Severity severity, String text) {
        add(new Toast(severity, text, Optional.empty()));
    }

    /** Shows what failed; it stays until it is dismissed. */
    public void problem(Problem problem) {
        add(new Toast(Severity.DANGER, "", Optional.of(problem)));
    }

    /** Takes one away. */
    public void dismiss(Toast toast) {
        toasts.remove(toast);
    }

    private void add(Toast toast) {
        toasts.add(toast);
        if (toasts.size() > SHOWN) {
            toasts.removeFirst();
        }
    }

    /** One remark: a text, or a problem. Each is its own even when it says the same. */
    public static final class Toast {

        private final Severity severity;
        private final String text;
        private final Optional<Problem> problem;

        Toast(Severity severity, String text, Optional<Problem> problem) {
            this.severity = severity;
            this.text = text;
            this.problem = problem;
        }

        /** How much it matters. */
        public Severity severity() {
            return severity;
        }

        /** What it says; empty when it is a problem. */
        public String text() {
            return text;
        }

        /** What failed, if something did. */
        public Optional<Problem> problem() {
            return problem;
        }
    }
}
