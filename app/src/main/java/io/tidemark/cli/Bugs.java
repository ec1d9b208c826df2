package io.tidemark.cli;

import io.tidemark.model.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Says that this program is at fault, with a code to search for and details to report. */
final class Bugs implements CommandLine.IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Bugs.class);

    private final Face face;

    Bugs(Face face) {
        this.face = face;
    }

    @Override
    public int handleExecutionException(Exception bug, CommandLine line, CommandLine.ParseResult parsed) {
        LOG.debug("unexpected", bug);
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        face.err().line(face.text("cli.bug", "what", String.valueOf(bug)));
        trace.toString().lines().limit(20).forEach(frame -> face.err().line("    " + frame));
        return Problem.Category.BUG.exitCode();
    }
}
