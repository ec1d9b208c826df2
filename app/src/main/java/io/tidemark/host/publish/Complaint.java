package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.model.ProblemException;

/** What the exit statuses of the small programs mean. */
final class Complaint {

    /** The directory in which a program was to work is not there. */
    static final int GONE = 66;

    private Complaint() {}

    /** The answer, if all went well; {@code object} is what a message names else. */
    static Answer well(Answer answer, String object) throws ProblemException {
        if (answer.well()) {
            return answer;
        }
        throw new ProblemException(problem(answer.exit(), object).with(answer.complaints()));
    }

    private static Problem problem(int exit, String object) {
        return switch (exit) {
            case GONE -> Problem.of("host.gone", Category.REFUSED, "object", object);
            case 75, 76 ->
                Problem.of("host.lock-lost", Category.BUSY, "object", object).in(Problem.State.STAGING_KEPT);
            case 77 -> Problem.of("host.held", Category.REFUSED, "object", object);
            case 78 -> Problem.of("host.in-the-way", Category.REFUSED, "object", object);
            case 79 -> Problem.of("host.moved", Category.REFUSED, "object", object);
            case 80 -> Problem.of("host.document-files", Category.REFUSED, "object", object);
            default ->
                Problem.of("host.write", Category.STORAGE, "object", object).in(Problem.State.STAGING_KEPT);
        };
    }
}
