package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import java.util.List;

/** One thing that a host should be or have: what to look at, and how it stands once that was seen. */
sealed interface Aim
        permits AccountAim,
                CertificateAim,
                ContentAim,
                DirectoryAim,
                LabelAim,
                LinkAim,
                NoLinkAim,
                PortAim,
                ServiceAim {

    /** Stable; what {@link io.tidemark.model.HostProfile#ignored} names. */
    String id();

    /** What must be looked at. */
    List<Query> queries();

    /** How it stands. */
    Item judge(Sights sights);
}
