package io.tidemark.source;

import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;

/** Opens upstreams by their URL. */
public interface Sources {

    /**
     * The source for a URL; nothing is contacted yet.
     *
     * @throws ProblemException {@code upstream.scheme} if no source reads such URLs, {@code upstream.url} if it is no URL
     */
    Source open(String url, TransferSettings settings) throws ProblemException;
}
