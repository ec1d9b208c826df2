package io.tidemark.store;

import io.tidemark.model.ProblemException;

/** Removes one name of a file that other versions may share. */
@FunctionalInterface
interface Remover {

    /** Removes the name; whoever keeps book of shared files is told. */
    void unlink(Dir dir, byte[] name) throws ProblemException;
}
