package io.tidemark.store;

import io.tidemark.model.ProblemException;

/** A manifest that can be read as often as needed. */
interface ManifestSource {

    /** The version it belongs to, for messages. */
    String version();

    /** Begins to read its text; the caller closes it. */
    ManifestText open() throws ProblemException;
}
