package io.tidemark.cli;

import io.tidemark.engine.Json;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what failed: three lines on standard error, and with {@code --json} one document on standard output. */
final class Failures {

    private final Face face;
    private final boolean json;

    Failures(Face face, boolean json) {
        this.face = face;
        this.json = json;
    }

    /** Reports a problem; answers its exit code. */
    int report(ProblemException failed) {
        Problem problem = failed.problem();
        Output err = face.err();
        err.line(face.text("cli.failed", "what", face.texts().what(problem)));
        err.line("  " + face.text("cli.failed.state", "state", face.texts().state(problem)));
        err.line("  " + face.text("cli.failed.next", "next", face.texts().next(problem)));
        if (!problem.details().isEmpty()) {
            problem.details().lines().forEach(line -> err.line("    " + line));
        }
        if (json) {
            document(problem, face.out());
        }
        return problem.category().exitCode();
    }

    /** Reports that a person stopped the command. */
    int cancelled() {
        face.err().line(face.text("cli.cancelled"));
        return Problem.Category.CANCELLED.exitCode();
    }

    /** Writes a problem for scripts. */
    void document(Problem problem, Output to) {
        to.document(Json.pretty(Map.of("error", document(problem))) + "\n");
    }

    /** A problem as scripts read it. */
    Map<String, Object> document(Problem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", problem.code());
        document.put("category", problem.category());
        document.put("exit", problem.category().exitCode());
        document.put("state", problem.state());
        document.put("args", problem.args());
        document.put("what", face.texts().what(problem));
        document.put("now", face.texts().state(problem));
        document.put("next", face.texts().next(problem));
        document.put("details", problem.details());
        return document;
    }
}
