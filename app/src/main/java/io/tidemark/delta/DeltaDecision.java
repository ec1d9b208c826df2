package io.tidemark.delta;

import io.tidemark.model.Phrase;
import java.util.List;

/**
 * How clients get from one image to another.
 *
 * @param via images between, in order, where several deltas are applied one after another
 * @param bytes what a client fetches: foretold for deltas that are not there yet
 * @param reason why
 */
public record DeltaDecision(DeltaPair pair, Way way, List<String> via, long bytes, Phrase reason) {

    public DeltaDecision {
        via = List.copyOf(via);
    }

    /** The ways to another image. */
    public enum Way {
        /** By a delta that is to be made. */
        DIRECT,
        /** By a delta that is there and stays. */
        EXISTS,
        /** By several deltas that are there or are to be made. */
        CHAIN,
        /** By the whole image. */
        FULL
    }

    /** Whether a delta of its own takes room on the disk. */
    public boolean stored() {
        return way == Way.DIRECT || way == Way.EXISTS;
    }
}
