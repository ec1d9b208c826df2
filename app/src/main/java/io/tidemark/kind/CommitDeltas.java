package io.tidemark.kind;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The deltas between the commits of a repository. One comes into being where no client looks, is proved there and takes its
 * place as a whole; clients are told of it by what {@link #tell} makes ready. Of one that goes, clients are told first that it
 * is no more. Stateless and safe for all threads; one caller at a time changes one repository.
 */
public interface CommitDeltas {

    /**
     * The deltas of a repository.
     *
     * @param deltas whole ones, by repository, target, origin
     * @param stale directories of the repositories whose clients are told of others than lie there
     */
    record Lying(List<CommitDelta> deltas, Set<String> stale) {
        public Lying {
            deltas = List.copyOf(deltas);
            stale = Set.copyOf(stale);
        }
    }

    /** What clients fetch object by object, in bytes. Used by one thread, for as long as a plan is being made. */
    interface Weights {

        /** Of one who has nothing; empty where the commit is not whole here. */
        Optional<Long> whole(String commit, JobContext job) throws ProblemException, InterruptedException;

        /** Of one who has another commit: both are whole. */
        long missing(String from, String to, JobContext job) throws ProblemException, InterruptedException;
    }

    /** A place at which deltas are made, several at once by several threads. */
    interface Making extends AutoCloseable {

        /**
         * Makes one delta, proves it and puts it into its place.
         *
         * @param at the repository to which it belongs
         * @return what lies there now
         * @throws ProblemException {@code ostree.delta-wrong} where it does not make what it should; it is gone then
         */
        CommitDelta make(String at, Optional<String> from, String to, JobContext worker)
                throws ProblemException, InterruptedException;

        @Override
        void close() throws ProblemException;
    }

    /** What lies there; quick. */
    Lying lying(Path root) throws ProblemException;

    /** The repository in which a ref's file lies, relative to the whole; empty for the whole. */
    String at(Path root, String link) throws ProblemException;

    /** Whether we can tell the clients of a repository anything: what they read is not signed by somebody else. */
    boolean tells(Path root, String at, Upstream options) throws ProblemException;

    /** What clients of one of the repositories fetch. */
    Weights weights(Path root, String at) throws ProblemException;

    /**
     * Begins making deltas; what an earlier run left half made goes.
     *
     * @param place its scratch directory is used for this alone
     */
    Making making(CommitPlace place) throws ProblemException;

    /** Makes ready what tells clients of some repositories which deltas lie there, all but those that are about to go. */
    CommitReady tell(CommitPlace place, Set<String> at, Collection<CommitDelta> gone, Upstream options, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * Removes deltas that clients are told of no more, and whatever other programs left half made long ago.
     *
     * @return bytes that are free now
     */
    long remove(Path root, Collection<CommitDelta> gone) throws ProblemException;
}
