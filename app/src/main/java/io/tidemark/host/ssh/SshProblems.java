package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.model.ProblemException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Turns what went wrong on a connection into problems. Details never hold what was sent, only what the library says. */
final class SshProblems {

    private SshProblems() {}

    /** A host that cannot be reached. */
    static ProblemException unreachable(SshTarget target, Exception cause) {
        String code =
                switch (cause) {
                    case UnknownHostException _ -> "ssh.unreachable.dns";
                    case ConnectException e when refused(e) -> "ssh.unreachable.refused";
                    case NoRouteToHostException _ -> "ssh.unreachable.route";
                    default -> "ssh.unreachable";
                };
        return problem(code, Category.UNREACHABLE, target, cause);
    }

    /** A step that took too long. */
    static ProblemException late(SshTarget target, Step step, Exception cause) {
        return problem(step.code(), Category.UNREACHABLE, target, cause);
    }

    /** A host that does not keep to the protocol, or hung up. */
    static ProblemException broken(SshTarget target, Exception cause) {
        return problem("ssh.protocol", Category.UNREACHABLE, target, cause);
    }

    /** A command whose end was not seen. */
    static ProblemException lost(SshTarget target, Optional<Step> missed, Exception cause) {
        String code = missed.map(Step::code).orElse("ssh.lost");
        ProblemException known = problem(code, Category.UNREACHABLE, target, cause);
        return new ProblemException(known.problem().in(Problem.State.UNKNOWN), cause);
    }

    static ProblemException problem(String code, Category category, Object object, Exception cause) {
        Problem problem = Problem.of(code, category, "object", Shown.text(object.toString()));
        return new ProblemException(problem.with(details(cause)), cause);
    }

    private static String details(Exception cause) {
        return cause == null || cause.getMessage() == null ? "" : Shown.text(cause.getMessage());
    }

    private static boolean refused(ConnectException e) {
        return e.getMessage() != null && e.getMessage().contains("refused");
    }
}
