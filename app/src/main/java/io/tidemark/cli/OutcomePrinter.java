package io.tidemark.cli;

import io.tidemark.model.Outcome;
import io.tidemark.model.Severity;

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

    /** Only what nobody may miss, on standard error: for those who wanted to hear nothing. */
    void warn(Outcome outcome) {
        outcome.notices().stream()
                .filter(notice -> notice.severity() == Severity.DANGER)
                .forEach(notice -> new NoticePrinter(face).print(notice, face.err()));
    }
}
