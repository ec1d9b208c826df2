package io.tidemark.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A key pair that signs a made-up upstream. Made from a seed, so it protects nothing: for demonstrations and tests only.
 */
public final class SigningKey {

    private static final int MOST_KEPT = 4096;

    private final String name;
    private final KeyPair pair;

    /** By algorithm and digest of what was signed: PKCS #1 v1.5 signs alike what is alike, and upstreams begin alike. */
    private final Map<String, byte[]> made;

    private SigningKey(String name, KeyPair pair, Map<String, byte[]> made) {
        this.name = name;
        this.pair = pair;
        this.made = made;
    }

    /** The key of most upstreams; it takes as long to make as a hundred packages do. */
    private static final class Usual {
        static final SigningKey KEY = made(AlpineRecipe.small().seed());
    }

    /** The key of a seed; RSA, 2048 bits. */
    public static SigningKey of(long seed) {
        return seed == AlpineRecipe.small().seed() ? Usual.KEY : made(seed);
    }

    private static SigningKey made(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            String suffix = Bytes.hex("SHA-256", Bytes.utf8("key " + seed)).substring(0, 8);
            return new SigningKey(
                    "demo-upstream-" + suffix + ".rsa.pub", generator.generateKeyPair(), new ConcurrentHashMap<>());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key pair under another file name. */
    public SigningKey named(String other) {
        return new SigningKey(other, pair, made);
    }

    /** File name of the public key, as signatures refer to it. */
    public String name() {
        return name;
    }

    /** {@code SHA256:} and the hex SHA-256 of the DER public key. */
    public String fingerprint() {
        return "SHA256:" + Bytes.hex("SHA-256", pair.getPublic().getEncoded());
    }

    /** The public key, PEM SubjectPublicKeyInfo. */
    public String pem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** The gzip member that puts a signature before {@code signed}; {@code algorithm} is RSA, RSA256 or RSA512. */
    byte[] member(String algorithm, byte[] signed, long mtime) {
        Tar tar = new Tar(mtime).file(".SIGN." + algorithm + "." + name, sign(algorithm, signed));
        return Bytes.gzip(tar.bytes());
    }

    private byte[] sign(String algorithm, byte[] signed) {
        String what = algorithm + Bytes.hex("SHA-512", signed);
        byte[] known = made.get(what);
        byte[] signature = known == null ? fresh(algorithm, signed) : known;
        if (made.size() < MOST_KEPT) {
            made.put(what, signature);
        }
        return signature.clone();
    }

    private byte[] fresh(String algorithm, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case "RSA256" -> "SHA256withRSA";
                        case "RSA512" -> "SHA512withRSA";
                        default -> "SHA1withRSA";
                    });
            signature.initSign(pair.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] pemBytes() {
        return pem().getBytes(StandardCharsets.US_ASCII);
    }
}
