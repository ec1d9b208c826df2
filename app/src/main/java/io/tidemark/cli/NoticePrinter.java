package io.tidemark.cli;

import io.tidemark.model.Notice;
import io.tidemark.model.Severity;

/** A remark in one line, with a mark that says how much it matters. */
final class NoticePrinter {

    private final Face face;

    NoticePrinter(Face face) {
        this.face = face;
    }

    void print(Notice notice, Output to) {
        to.line(mark(notice.severity()) + " " + face.texts().say(notice.phrase()));
    }

    /** One character that says how much something matters. */
    static String mark(Severity severity) {
        return switch (severity) {
            case INFO -> "·";
            case GOOD -> "✓";
            case WARNING -> "!";
            case DANGER -> "✗";
        };
    }
}
