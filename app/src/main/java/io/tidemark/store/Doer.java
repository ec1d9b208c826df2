package io.tidemark.store;

import io.tidemark.model.ProblemException;

/**
 * How one kind of {@link Step} is taken, judged by the disk alone. Every method can be called again after it was cut short
 * anywhere, by a crash or by an error, and then does the rest.
 */
interface Doer {

    /** Makes the change, or what is missing of it; durable on return. */
    void act() throws ProblemException;

    /** Whether the change has come so far that it is to be finished rather than undone. */
    boolean begun() throws ProblemException;

    /** Brings back what was before; durable on return. */
    void undo() throws ProblemException;

    /** Clears away what is no longer needed once the journal says that it is done. */
    default void tidy() throws ProblemException {}
}
