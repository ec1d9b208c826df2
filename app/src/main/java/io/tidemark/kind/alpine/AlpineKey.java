package io.tidemark.kind.alpine;

import io.tidemark.model.PinnedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A public RSA key that may have signed an index.
 *
 * @param name file name under which signatures refer to it
 * @param key the key itself
 */
record AlpineKey(String name, RSAPublicKey key) {

    private static final int SMALLEST = 2048;
    private static final int LARGEST = 16384;
    private static final int LONGEST_PEM = 16384;

    /** Reads a PEM SubjectPublicKeyInfo; empty for anything else, and for keys too weak or absurdly large. */
    static Optional<AlpineKey> parse(String name, byte[] pem) {
        if (pem.length > LONGEST_PEM) {
            return Optional.empty();
        }
        String text = new String(pem, StandardCharsets.ISO_8859_1);
        String body = text.replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(body));
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(spec);
            int bits = ((RSAPublicKey) key).getModulus().bitLength();
            return bits >= SMALLEST && bits <= LARGEST
                    ? Optional.of(new AlpineKey(name, (RSAPublicKey) key))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    static Optional<AlpineKey> of(PinnedKey pinned) {
        return parse(pinned.name(), pinned.pem().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** {@code SHA256:} and the hex SHA-256 of the DER key. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return "SHA256:" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this key made the signature over the signed part of the index. */
    boolean signed(SignedIndex index, SignatureEntry signature) {
        try {
            Signature check = Signature.getInstance(signature.javaName());
            check.initVerify(key);
            check.update(index.file(), index.signedFrom(), index.file().length - index.signedFrom());
            return check.verify(signature.bytes());
        } catch (GeneralSecurityException notEvenASignature) {
            return false;
        }
    }

    PinnedKey pinned() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
        return new PinnedKey(name, fingerprint(), pem);
    }

    /** A fingerprint in the one form that is compared: lower-case hex without prefix and colons. */
    static String plain(String fingerprint) {
        String lower = fingerprint.strip().toLowerCase(Locale.ROOT);
        return (lower.startsWith("sha256:") ? lower.substring(7) : lower).replace(":", "");
    }
}
