package io.tidemark.engine;

import io.tidemark.model.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The lines to machines on which repositories of this console lie. */
public interface Connections {

    /** The machines that were needed so far, and how the line to each stands. */
    List<Connection> list();

    /**
     * One line.
     *
     * @param server {@code user@host:port}, as in the URLs of its repositories
     * @param since when that began
     * @param problem what stood against it last
     */
    record Connection(String server, State state, Instant since, Optional<Problem> problem) {}

    /** How a line stands. */
    enum State {
        /** Not needed yet. */
        IDLE,
        /** Being opened for the first time. */
        CONNECTING,
        CONNECTED,
        /** It was there and is cut; it is tried again, jobs go on there. */
        CUT,
        /** It could not be opened. */
        FAILED
    }
}
