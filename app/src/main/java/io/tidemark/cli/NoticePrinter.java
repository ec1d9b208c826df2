package io.tidemark.cli;

import io.tidemark.model.Notice;

/** A remark in one line, with a mark that says how much it matters. */
final class NoticePrinter {

    private final Face face;

    NoticePrinter(Face face) {
        this.face = face;
    }

    void print(Notice notice, Output to) {
        String mark =
                switch (notice.severity()) {
                    case INFO -> "· ";
                    case GOOD -> "✓ ";
                    case WARNING -> "! ";
                    case DANGER -> "✗ ";
                };
        to.line(mark + face.texts().say(notice.phrase()));
    }
}
