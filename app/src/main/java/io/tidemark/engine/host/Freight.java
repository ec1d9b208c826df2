package io.tidemark.engine.host;

import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.Publishing;
import io.tidemark.host.publish.Shipment;
import io.tidemark.host.publish.Tools;
import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Optional;

/** What publishing a version brings to a host. */
interface Freight {

    /** The version, unless it lies there. */
    Optional<Shipment> shipment();

    /** Paths of what is written down there as brought, beside the version. */
    List<String> recorded();

    /** Whether all of it lies there. */
    default boolean isEmpty() {
        return shipment().isEmpty() && recorded().isEmpty();
    }

    /** Bytes that it takes on the host's disk. */
    long room();

    /** Says step by step what happens with it. */
    void steps(PlanBuilder plan, String version, String host);

    /** Brings it to a copy that is held. */
    Publishing.Done bring(CopySession session, Sealed sealed, Tools tools, JobContext job)
            throws ProblemException, InterruptedException;
}
