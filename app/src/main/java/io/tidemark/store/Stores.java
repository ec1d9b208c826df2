package io.tidemark.store;

import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.RepositoryConfig;
import java.nio.file.Path;

/** Finds, makes and opens repositories. Safe for all threads. */
public interface Stores {

    /** Whether a directory is a repository (or holds what is left of one). */
    boolean isRepository(Path dir);

    /**
     * Makes a new repository in a directory that is missing or empty; durable on return.
     *
     * @throws ProblemException {@code store.not-empty}, {@code store.exists}, or a storage problem
     */
    RepositoryStore create(Path dir, RepositoryConfig config, String actor) throws ProblemException;

    /**
     * Makes a repository of an existing directory. Nothing that clients see changes; versions become
     * {@link io.tidemark.model.VersionState#ADOPTED} in the order given, channels as found.
     */
    RepositoryStore adopt(Path dir, RepositoryConfig config, Recognition found, String actor) throws ProblemException;

    /**
     * Opens for reading. An operation that a crash left behind is finished or undone first if nobody writes.
     *
     * @throws ProblemException {@code store.none}, {@code store.format} for a newer format, {@code store.damaged}
     */
    RepositoryStore open(Path dir) throws ProblemException;
}
