package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** Whether this machine can keep repositories at all. */
final class Platform {

    private Platform() {}

    /** Refuses with {@code store.platform} where the calls that make changes safe are missing. */
    static void require() throws ProblemException {
        String system = System.getProperty("os.name", "?");
        String machine = System.getProperty("os.arch", "?");
        boolean known = machine.equals("amd64") || machine.equals("aarch64");
        if (!system.equals("Linux") || !known) {
            throw refuse(system + " " + machine, null);
        }
        try {
            Libc.STATE.byteSize();
        } catch (LinkageError | IllegalCallerException e) {
            throw refuse(system + " " + machine, e);
        }
    }

    private static ProblemException refuse(String system, Throwable cause) {
        Problem problem = Problem.of("store.platform", Problem.Category.REFUSED, "object", system);
        return new ProblemException(problem.with(String.valueOf(cause)), cause);
    }
}
