package io.tidemark.kind.alpine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature as an index carries it.
 *
 * @param algorithm {@code RSA} (SHA-1), {@code RSA256} or {@code RSA512}
 * @param keyName file name of the public key
 * @param bytes the raw signature
 */
record SignatureEntry(String algorithm, String keyName, byte[] bytes) {

    private static final Pattern FILE =
            Pattern.compile("\\.SIGN\\.(RSA|RSA256|RSA512)\\.([A-Za-z0-9][A-Za-z0-9@._+-]*)");

    /** The signature in a tar file, if its name says one that we can check. */
    static Optional<SignatureEntry> of(TarFiles.TarFile file) {
        Matcher matcher = FILE.matcher(file.name());
        return matcher.matches() && matcher.group(2).length() <= 200
                ? Optional.of(new SignatureEntry(matcher.group(1), matcher.group(2), file.content()))
                : Optional.empty();
    }

    /** Name for {@link java.security.Signature}. */
    String javaName() {
        return switch (algorithm) {
            case "RSA256" -> "SHA256withRSA";
            case "RSA512" -> "SHA512withRSA";
            default -> "SHA1withRSA";
        };
    }

    /** Later is stronger. */
    int strength() {
        return strength(algorithm);
    }

    static int strength(String algorithm) {
        return switch (algorithm) {
            case "RSA256" -> 2;
            case "RSA512" -> 3;
            default -> 1;
        };
    }
}
