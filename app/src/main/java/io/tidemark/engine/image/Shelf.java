package io.tidemark.engine.image;

import io.tidemark.delta.DeltaForecast;
import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Image;
import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the deltas of one repository lead between, whatever it is: planning deltas, their budget and the matrix of all pairs
 * know repositories by this only. As it was when it was made; used by one thread.
 */
interface Shelf {

    /**
     * A delta that is there.
     *
     * @param bytes what it takes on the disk
     * @param fetched what a client fetches
     * @param took milliseconds that making it took, where that is known
     */
    record Stored(long bytes, long fetched, OptionalLong took) {}

    /** How large deltas would be; to be closed. */
    interface Foretelling extends DeltaForecast, AutoCloseable {
        @Override
        void close();
    }

    /** What they lead between. */
    Between between();

    /** Which deltas are wanted. */
    DeltaSettings settings();

    /** All images, oldest first. */
    List<Image> images();

    /** Their ids by series, oldest first. */
    Map<String, List<String>> series();

    /** The deltas that are there. */
    Map<DeltaPair, Stored> stored();

    /** Bytes of deltas that were made and not kept: they save nothing. */
    Map<DeltaPair, Long> dropped();

    /** The pairs that the settings ask for, whatever they take. */
    List<DeltaPair> wanted();

    /** Deltas that are wanted whatever the budget, where they lead to so many of the newest images. */
    List<DeltaPair> besides(int targets);

    /** A delta that is foretold to take this share of an image, or more, is not planned. */
    double share();

    /** What a client fetches where there is no delta. */
    long without(DeltaPair pair) throws ProblemException, InterruptedException;

    /** Begins to foretell. */
    Foretelling foretelling(JobContext job);
}
