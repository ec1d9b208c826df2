package io.tidemark.engine.repository;

import io.tidemark.model.ForeignWriter;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Programs other than ours that write into a tree: finding them and switching them off. */
public interface Neighbours {

    /** Who writes into a tree. */
    List<ForeignWriter> of(Path root) throws ProblemException, InterruptedException;

    /** Switches one off in a way that a person can take back. */
    void disable(ForeignWriter writer) throws ProblemException, InterruptedException;
}
