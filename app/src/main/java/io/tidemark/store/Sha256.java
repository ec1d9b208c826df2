package io.tidemark.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that names content (FIPS 180-4). */
final class Sha256 {

    private Sha256() {}

    /** A fresh digest. */
    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest of bytes at hand, lower-case hex. */
    static String hex(byte[] content) {
        return HexFormat.of().formatHex(start().digest(content));
    }
}
