package io.tidemark.engine.host;

import io.tidemark.host.Doors;
import io.tidemark.host.publish.MirrorHost;
import io.tidemark.model.Host;

/** Something that is brought to a host and shown there, while the network is cut. */
interface CutSubject extends AutoCloseable {

    MirrorHost mirror();

    /** Publishes and switches; repeated until it succeeds. */
    void act(Host host, Doors doors) throws Exception;

    /**
     * What clients see, in a few words; an {@link IllegalStateException} if that is neither the old state as a whole nor the new
     * one, or if a report says something else.
     */
    String judge() throws Exception;

    /** What is judged once everything was done. */
    String finished();

    @Override
    void close() throws Exception;
}
