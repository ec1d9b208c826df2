package io.tidemark.kind.alpine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Message digests by name, without the exception that the JDK's own algorithms never throw. */
final class Digests {

    private Digests() {}

    static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of bytes as an identity: {@code sha256:…}. */
    static String sha256(byte[] content) {
        return "sha256:" + hex(of("SHA-256"), content);
    }

    static String sha256(String text) {
        return hex(of("SHA-256"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(MessageDigest digest, byte[] content) {
        digest.update(content);
        return hex(digest);
    }
}
