package io.tidemark.kind.ostree;

import io.tidemark.program.OstreeNames;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 that names an object.
 *
 * @param hex 64 digits, lower case
 */
record Checksum(String hex) implements Comparable<Checksum> {

    private static final int BYTES = 32;
    private static final int SHORT = 10;

    static Optional<Checksum> parse(String text) {
        return OstreeNames.isChecksum(text) ? Optional.of(new Checksum(text)) : Optional.empty();
    }

    static Checksum of(Variant bytes) throws Malformed {
        if (bytes.size() != BYTES) {
            throw new Malformed("checksum of " + bytes.size() + " bytes");
        }
        return new Checksum(HexFormat.of().formatHex(bytes.bytes()));
    }

    /** The name of these bytes. */
    static Checksum ofContent(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Checksum(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the way that names of static deltas are written: base64 with an underscore for the slash, unpadded. */
    static Optional<Checksum> ofDelta(String text) {
        try {
            byte[] raw = Base64.getDecoder().decode(text.replace('_', '/'));
            return raw.length == BYTES ? Optional.of(new Checksum(HexFormat.of().formatHex(raw))) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The way that names of static deltas are written. */
    String delta() {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes()).replace('/', '_');
    }

    /** The beginning, for people. */
    String brief() {
        return hex.substring(0, SHORT);
    }

    @Override
    public int compareTo(Checksum other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
