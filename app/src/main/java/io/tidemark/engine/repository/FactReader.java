package io.tidemark.engine.repository;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What kinds know of versions, whether it was recorded when they were made or has to be read from their trees. */
public final class FactReader {

    private static final Logger LOG = LoggerFactory.getLogger(FactReader.class);

    private FactReader() {}

    /** The facts of a version; none of one that its kind cannot make sense of. */
    public static VersionFacts of(Opened repository, Version version, JobContext job)
            throws ProblemException, InterruptedException {
        if (version.state() == VersionState.STAGED) {
            return VersionFacts.none();
        }
        VersionFacts recorded = repository.store().facts(version.name());
        boolean read = version.state() == VersionState.ADOPTED && recorded.equals(VersionFacts.none());
        return read ? inspect(repository, version, job) : recorded;
    }

    /** Reads the tree of a version that was not made by us. */
    public static VersionFacts inspect(Opened repository, Version version, JobContext job)
            throws ProblemException, InterruptedException {
        try {
            return repository.kind().inspect(repository.store().tree(version.name()), job);
        } catch (ProblemException unreadable) {
            LOG.debug("cannot inspect {}", version.name(), unreadable);
            return VersionFacts.none();
        }
    }
}
