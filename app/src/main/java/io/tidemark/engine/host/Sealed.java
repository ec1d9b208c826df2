package io.tidemark.engine.host;

import io.tidemark.engine.repository.Opened;
import io.tidemark.host.publish.CopyFacts;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.SealedThere;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.util.Optional;

/** A version as it is sealed here, and what a host says of it. */
record Sealed(Opened repository, Version version) {

    /** Refused while it has no manifest. */
    static Sealed of(Opened repository, String name) throws ProblemException {
        Version version = repository.complete(name);
        if (version.state() == VersionState.ADOPTED) {
            throw new ProblemException(Problem.of("host.unsealed", Problem.Category.REFUSED, "object", name));
        }
        return new Sealed(repository, version);
    }

    /** Whether it is one file among others, with deltas beside it. */
    boolean isImage() {
        return repository.kind().images().isPresent();
    }

    /** Whether it is a commit, with objects that it shares with others. */
    boolean isCommit() {
        return repository.kind().commits().isPresent();
    }

    /** What is written beside a copy of the repository. */
    CopyFacts facts() {
        return new CopyFacts(
                CopyFacts.FORMAT,
                repository.config().id(),
                repository.name(),
                repository.config().kind());
    }

    /** Refused where another repository lies in its place. */
    void requireOurs(CopyState there, String place) throws ProblemException {
        Optional<CopyFacts> other = there.facts()
                .filter(facts -> !facts.id().equals(repository.config().id()));
        if (other.isPresent()) {
            throw new ProblemException(Problem.of(
                    "host.foreign",
                    Problem.Category.REFUSED,
                    "object",
                    place,
                    "name",
                    other.get().name()));
        }
    }

    /** The same version there; refused if another lies there under its name. */
    Optional<SealedThere> there(CopyState state, String place) throws ProblemException {
        Optional<SealedThere> found = state.version(version.name());
        if (found.isPresent() && !found.get().rootDigest().equals(version.rootDigest())) {
            throw new ProblemException(Problem.of(
                    "host.version-differs", Problem.Category.REFUSED, "object", version.name(), "place", place));
        }
        return found;
    }
}
