package io.tidemark.cli;

import io.tidemark.engine.Jobs;
import io.tidemark.model.JobRecord;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Comparator;
import java.util.List;

/** Which job of a repository is meant. */
final class JobChoice {

    private JobChoice() {}

    /**
     * The job of that id, or where none is given the one that runs, or else the one that ended last.
     *
     * @param id null if not given
     * @throws ProblemException {@code job.unknown}, {@code job.none}
     */
    static JobRecord of(Jobs jobs, String dir, String id) throws ProblemException {
        List<JobRecord> all = jobs.of(dir);
        if (id == null) {
            return all.stream()
                    .min(Comparator.comparing((JobRecord job) -> job.state().ended()))
                    .orElseThrow(
                            () -> new ProblemException(Problem.of("job.none", Problem.Category.USAGE, "object", dir)));
        }
        return all.stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(Problem.of("job.unknown", Problem.Category.USAGE, "object", id)));
    }
}
