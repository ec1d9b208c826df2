package io.tidemark.engine;

import io.tidemark.model.ProblemException;
import java.time.Instant;
import java.util.List;

/** The repositories one console looks after, and its settings. */
public interface Workspaces {

    /** How the directory of a repository on another machine begins. */
    String ELSEWHERE = "ssh://";

    /** The workspace as saved. */
    Workspace get() throws ProblemException;

    /** Adds a repository directory under a name that is free; answers the name. */
    String add(String dir) throws ProblemException;

    /** Forgets a repository; its directory is not touched. */
    void forget(String name) throws ProblemException;

    /** Saves settings. */
    void save(Settings settings) throws ProblemException;

    /**
     * Texts that were typed and not saved when a console ended, of repositories that still have their names; the newest
     * first.
     */
    List<Draft> drafts() throws ProblemException;

    /**
     * Keeps a text that was typed and not saved, in place of the one of before; durable on return.
     *
     * @throws ProblemException {@code workspace.draft} if it is too long or there are too many, {@code workspace.io}
     */
    void keepDraft(String repository, Recipes.Seen seen, String text) throws ProblemException;

    /** Forgets it: it was saved, or given up. */
    void dropDraft(String repository, String role) throws ProblemException;

    /** The directory that a name stands for, or the path itself when it names none. */
    String resolve(String dir) throws ProblemException;

    /**
     * One repository.
     *
     * @param dir its absolute directory, or where it lies on another machine: {@code ssh://host/directory}
     */
    record Place(String name, String dir) {

        /** Whether it lies on this machine. */
        public boolean here() {
            return !dir.startsWith(ELSEWHERE);
        }
    }

    /** Repositories in the order the person gave them, and settings. */
    record Workspace(String file, List<Place> repositories, Settings settings) {
        public Workspace {
            repositories = List.copyOf(repositories);
        }
    }

    /**
     * A text that nobody saved.
     *
     * @param seen what was read before the writing began
     * @param time when it was typed
     */
    record Draft(String repository, Recipes.Seen seen, String text, Instant time) {}

    /**
     * Settings of a console.
     *
     * @param theme {@code light}, {@code dark} or {@code system}
     * @param language {@code en}, {@code fr} or empty for the system's
     * @param scalePercent size of everything, 100 to 200
     */
    record Settings(String theme, String language, int scalePercent) {}
}
