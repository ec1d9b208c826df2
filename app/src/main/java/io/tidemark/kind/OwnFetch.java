package io.tidemark.kind;

import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a kind fetches whose upstream gives contents only to its own program. What the survey lists is in the staged version
 * before; this adds the rest. Stateless and safe for all threads.
 */
public interface OwnFetch {

    /**
     * Fetches what a new version holds beside the files of its survey and hands it to the sink. Writes into the scratch
     * directory only; what lies there is kept for the next run until the version is sealed.
     *
     * @return remarks for people
     * @throws ProblemException {@code upstream.moved} if upstream is not any more what the survey found; what a guard
     *     refuses that nobody passed over
     */
    List<Notice> fetch(Order order, Sink sink, JobContext job) throws ProblemException, InterruptedException;

    /**
     * What is to be fetched.
     *
     * @param config the repository's settings
     * @param survey what upstream was found to have
     * @param base the tree of the version that the new one builds upon, if there is one
     * @param tree the staged version so far, for reading only
     * @param scratch a directory of this version's own on the same file system
     * @param overrides names of guards to pass over
     */
    record Order(
            RepositoryConfig config,
            Survey survey,
            Optional<Path> base,
            Path tree,
            Path scratch,
            Set<String> overrides) {

        public Order {
            overrides = Set.copyOf(overrides);
        }
    }

    /** Takes what was fetched into the version. */
    interface Sink {

        /** A file that lies in the scratch directory and is not changed any more. */
        void file(String path, Path file) throws ProblemException, InterruptedException;

        /** A small file. */
        void content(String path, byte[] content) throws ProblemException, InterruptedException;

        /** A directory that may stay empty. */
        void directory(String path) throws ProblemException, InterruptedException;
    }
}
