package io.tidemark.kind.alpine;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The checksum by which an index names a package: the digest of the package's compressed control member.
 *
 * @param algorithm name for {@link java.security.MessageDigest}
 * @param bytes the digest
 */
record ApkChecksum(String algorithm, byte[] bytes) {

    /** Reads {@code Q1…}, {@code Q2…} (base64) or {@code X1…}, {@code X2…} (hex); empty for what is not known. */
    static Optional<ApkChecksum> parse(String text) {
        if (text.length() < 3) {
            return Optional.empty();
        }
        String algorithm = text.charAt(1) == '1' ? "SHA-1" : text.charAt(1) == '2' ? "SHA-256" : "";
        int length = algorithm.equals("SHA-1") ? 20 : 32;
        try {
            byte[] bytes =
                    switch (text.charAt(0)) {
                        case 'Q' -> Base64.getDecoder().decode(text.substring(2));
                        case 'X' -> HexFormat.of().parseHex(text.substring(2));
                        default -> new byte[0];
                    };
            return algorithm.isEmpty() || bytes.length != length
                    ? Optional.empty()
                    : Optional.of(new ApkChecksum(algorithm, bytes));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    /** As an index would write it. */
    static String write(String algorithm, byte[] digest) {
        return (algorithm.equals("SHA-1") ? "Q1" : "Q2") + Base64.getEncoder().encodeToString(digest);
    }
}
