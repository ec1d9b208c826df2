package io.tidemark.cli;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import java.util.Optional;

/**
 * What a look at one repository brought: its state, or why that is unknown.
 *
 * @param name what it is called, as far as that is known
 */
record StatusLook(String name, String dir, Optional<RepositoryStatus> status, Optional<Problem> problem) {

    /** One way of looking. */
    @FunctionalInterface
    interface Way {
        /** The state of the repository there. */
        RepositoryStatus at(String dir) throws ProblemException, InterruptedException;
    }

    static StatusLook at(String name, String dir, Way way) throws InterruptedException {
        try {
            RepositoryStatus status = way.at(dir);
            return new StatusLook(status.name(), status.dir(), Optional.of(status), Optional.empty());
        } catch (ProblemException unknown) {
            return new StatusLook(name, dir, Optional.empty(), Optional.of(unknown.problem()));
        }
    }

    RepositoryStatus.Health health() {
        return status.map(RepositoryStatus::health).orElse(RepositoryStatus.Health.UNKNOWN);
    }
}
