package io.tidemark.delta;

import io.tidemark.model.ProblemException;

/** Says how large a delta will be before it is made. Asked once for each pair, for pairs of one old image in a row. */
@FunctionalInterface
public interface DeltaForecast {

    /** Its size in bytes, about. */
    long bytes(DeltaPair pair) throws ProblemException, InterruptedException;
}
