package io.tidemark.engine.repository;

import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.store.RepositoryStore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens repositories by path, or by their name in the workspace. Safe for all threads. */
public final class Repositories {

    /** Finds the directory that a name stands for. */
    @FunctionalInterface
    public interface Directory {
        /** The directory, or the text itself when it names no repository. */
        String resolve(String nameOrPath) throws ProblemException;
    }

    private final Ground ground;
    private final Directory directory;

    /** Repositories on that ground. */
    public Repositories(Ground ground, Directory directory) {
        this.ground = ground;
        this.directory = directory;
    }

    /** What the engine stands on. */
    public Ground ground() {
        return ground;
    }

    /** Opens a repository; what a crash left half-done is put in order first. */
    public Opened open(String nameOrPath) throws ProblemException {
        RepositoryStore store = ground.stores().open(place(nameOrPath));
        RepositoryConfig config = store.config();
        return new Opened(store, config, kind(config.kind()));
    }

    /** The absolute directory that a name or path stands for. */
    public Path place(String nameOrPath) throws ProblemException {
        try {
            return Path.of(directory.resolve(nameOrPath)).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw new ProblemException(
                    Problem.of("plan.directory", Problem.Category.USAGE, "object", nameOrPath), notAPath);
        }
    }

    /** The kind of that id; refused if this program has none. */
    public RepositoryKind kind(String id) throws ProblemException {
        return ground.kinds().stream()
                .filter(kind -> kind.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("plan.kind", Problem.Category.USAGE, "object", id)));
    }
}
