package io.tidemark.engine.local;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of small texts. */
final class Sums {

    private Sums() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
