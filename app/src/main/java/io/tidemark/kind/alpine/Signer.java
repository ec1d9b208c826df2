package io.tidemark.kind.alpine;

/**
 * Who signed an index, found by verifying.
 *
 * @param section the index
 * @param algorithm as in the signature's name
 * @param key the key that verifies
 * @param trust whether a person trusts it
 */
record Signer(String section, String algorithm, AlpineKey key, Trust trust) {

    /** How the key came to be believed, or not. */
    enum Trust {
        /** Pinned before. */
        PINNED,
        /** Its fingerprint was named for this run. */
        GIVEN,
        /** Never seen before and nothing was known: a person must look. */
        UNKNOWN,
        /** It takes the place of a key that was trusted. */
        CHANGED
    }

    String fingerprint() {
        return key.fingerprint();
    }
}
