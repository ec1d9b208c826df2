package io.tidemark.model;

/**
 * A signing key that a person trusted.
 *
 * @param name file name under which indexes refer to it, for example {@code builder-5f3a.rsa.pub}
 * @param fingerprint {@code SHA256:} and the hex SHA-256 of the DER public key
 * @param pem the public key, PEM SubjectPublicKeyInfo
 */
public record PinnedKey(String name, String fingerprint, String pem) {}
