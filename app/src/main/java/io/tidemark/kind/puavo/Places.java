package io.tidemark.kind.puavo;

/** Where things lie in a published tree. */
final class Places {

    /** Directory of deltas. */
    static final String DELTAS = "rdiffs";

    /** Directory of the documents of series. */
    static final String META = "meta";

    /** List of checksums, for old clients. */
    static final String CHECKSUMS = "CKSUMS";

    /** Where a published tree lies below a directory of images. */
    static final String MIRROR = "mirror";

    private static final String DOCUMENT = ".json";

    private Places() {}

    /** Where the document of a series is. */
    static String series(String name) {
        return META + "/" + name + DOCUMENT;
    }

    /** Whether a file in the directory of documents is one. */
    static boolean isDocument(String file) {
        return file.endsWith(DOCUMENT) && !file.startsWith(".");
    }
}
