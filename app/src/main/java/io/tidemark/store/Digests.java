package io.tidemark.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digests that every Java brings. */
final class Digests {

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
