package io.tidemark.engine.repository;

import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Capability;
import io.tidemark.model.Channel;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.RepositoryStore;
import java.util.Optional;

/** A repository with its settings as they were when it was opened, and the kind that reads it. */
public record Opened(RepositoryStore store, RepositoryConfig config, RepositoryKind kind) {

    /** What people call it. */
    public String name() {
        return config.name();
    }

    /** Whether its kind can do something. */
    public boolean can(Capability capability) {
        return kind.info().capabilities().contains(capability);
    }

    /** One version; refused if there is none of that name. */
    public Version version(String name) throws ProblemException {
        return store.version(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "plan.no-version", Problem.Category.USAGE, "object", name, "repository", config.name())));
    }

    /** One version that clients could be given: refused while it is being built. */
    public Version complete(String name) throws ProblemException {
        Version version = version(name);
        if (version.state() == VersionState.STAGED) {
            throw new ProblemException(Problem.of("plan.staged", Problem.Category.REFUSED, "object", name));
        }
        return version;
    }

    /** One channel, if it exists. */
    public Optional<Channel> findChannel(String name) throws ProblemException {
        return store.channels().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** One channel; refused if there is none of that name. */
    public Channel channel(String name) throws ProblemException {
        return findChannel(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "plan.no-channel", Problem.Category.USAGE, "object", name, "repository", config.name())));
    }
}
