package io.tidemark.engine;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The lines to machines on which repositories of this console lie. */
public interface Connections extends AutoCloseable {

    /** The machines that were needed so far, and how the line to each stands. */
    List<Connection> list();

    /**
     * Copies this program to a server, into the account's own directory, and tries it there. What is there already under
     * this version is replaced.
     *
     * @param server {@code ssh://[user@]host[:port]}
     * @throws ProblemException {@code far.install.*}; nothing there is used before it was verified
     */
    Installed install(String server, JobContext job) throws ProblemException, InterruptedException;

    /** Hangs up; jobs go on there, and what is asked later opens lines again. */
    @Override
    void close();

    /** Connections of somebody who has none. */
    static Connections none() {
        return new Connections() {
            @Override
            public List<Connection> list() {
                return List.of();
            }

            @Override
            public Installed install(String server, JobContext job) throws ProblemException {
                throw new ProblemException(Problem.of("far.install.way", Problem.Category.REFUSED, "object", server));
            }

            @Override
            public void close() {
                // There is nobody to hang up on.
            }
        };
    }

    /**
     * What was copied.
     *
     * @param version of the program
     * @param place its directory there
     */
    record Installed(String server, String version, String place, long files, long bytes) {}

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
