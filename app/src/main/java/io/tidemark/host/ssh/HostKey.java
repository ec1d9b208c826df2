package io.tidemark.host.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A public key as it stands on the wire and, in base64, in {@code known_hosts} (RFC 4253 section 6.6). Immutable. */
final class HostKey {

    private final String type;
    private final byte[] blob;

    private HostKey(String type, byte[] blob) {
        this.type = type;
        this.blob = blob;
    }

    /** A key whose bytes begin with the name of its type. */
    static HostKey of(byte[] blob) throws BadKey {
        String type = new Fields(blob).text();
        return new HostKey(type, blob.clone());
    }

    /** The name of its type, for example {@code ssh-ed25519}; certificates have types of their own. */
    String type() {
        return type;
    }

    byte[] blob() {
        return blob.clone();
    }

    String base64() {
        return Base64.getEncoder().encodeToString(blob);
    }

    /** {@code SHA256:…} without padding, as OpenSSH prints it. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostKey key && Arrays.equals(blob, key.blob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }

    @Override
    public String toString() {
        return type + " " + fingerprint();
    }
}
