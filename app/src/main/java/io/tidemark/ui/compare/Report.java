package io.tidemark.ui.compare;

import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.Writer;

/** A comparison written to a file that people or spreadsheets read. */
interface Report {

    /** Writes everything; files come in pages so that their number does not matter. */
    void write(Comparison comparison, Pages files, Writer out)
            throws IOException, ProblemException, InterruptedException;

    /** Brings the changed files page by page. */
    @FunctionalInterface
    interface Pages {
        /** The changes from {@code offset} on. */
        ChangePage from(long offset) throws ProblemException, InterruptedException;
    }
}
