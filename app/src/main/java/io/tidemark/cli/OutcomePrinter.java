package io.tidemark.cli;

import io.tidemark.model.Outcome;

/** What an operation did, in a sentence and its remarks. */
final class OutcomePrinter {

    private final Face face;

    OutcomePrinter(Face face) {
        this.face = face;
    }

    void print(Outcome outcome) {
        face.out().line(face.texts().say(outcome.summary()));
        outcome.notices().forEach(notice -> new NoticePrinter(face).print(notice, face.out()));
    }
}
