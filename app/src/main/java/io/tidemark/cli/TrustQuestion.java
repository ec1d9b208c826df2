package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import java.io.Console;
import java.util.ArrayList;
import java.util.List;

/** Asks a person at a terminal whether a signing key met for the first time is to be trusted. */
final class TrustQuestion {

    private final Face face;
    private final CommonOptions common;

    TrustQuestion(Face face, CommonOptions common) {
        this.face = face;
        this.common = common;
    }

    /**
     * The operation with the key trusted.
     *
     * @throws ProblemException the given one, when it is about something else, nobody can be asked, or the answer is no
     */
    Operation ask(Operation operation, ProblemException problem) throws ProblemException {
        String fingerprint = problem.problem().args().getOrDefault("fingerprint", "");
        Console console = System.console();
        boolean mayAsk = console != null && console.isTerminal() && !common.quiet && !common.json;
        if (fingerprint.isEmpty() || !mayAsk) {
            throw problem;
        }
        face.err().line(face.texts().what(problem.problem()));
        String answer = console.readLine("%s ", face.text("cli.trust.question", "fingerprint", fingerprint));
        if (answer == null || !answer.strip().equalsIgnoreCase(face.text("cli.trust.yes"))) {
            throw problem;
        }
        return trusting(operation, fingerprint, problem);
    }

    private static Operation trusting(Operation operation, String key, ProblemException problem)
            throws ProblemException {
        return switch (operation) {
            case Operation.Update o ->
                new Operation.Update(
                        o.dir(),
                        o.version(),
                        o.promote(),
                        o.allowBootCritical(),
                        o.overrides(),
                        and(o.trust(), key),
                        o.grace());
            case Operation.Sync o -> new Operation.Sync(o.dir(), o.version(), o.overrides(), and(o.trust(), key));
            case Operation other -> throw problem;
        };
    }

    private static List<String> and(List<String> keys, String key) {
        List<String> all = new ArrayList<>(keys);
        all.add(key);
        return List.copyOf(all);
    }
}
