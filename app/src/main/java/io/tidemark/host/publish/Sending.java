package io.tidemark.host.publish;

import io.tidemark.job.JobContext;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.function.Consumer;

/** One way to bring the entries of a version into its staged tree on a host. */
interface Sending extends AutoCloseable {

    /**
     * Brings what is missing there; what a base there has is shared.
     *
     * @param missing all that lies there not, or not so
     * @param share whether files may be shared with the base; not once sharing gave the wrong ones
     * @param arrived is told files that lie there whole, before the rest does
     * @return bytes that went over the wire
     */
    long send(List<ManifestEntry> missing, boolean share, Consumer<List<ManifestEntry>> arrived, JobContext job)
            throws ProblemException, InterruptedException;

    /** Whether it goes on with parts of files that a cut run left. */
    boolean resumes();

    /** Removes what it needed here. */
    @Override
    void close();
}
