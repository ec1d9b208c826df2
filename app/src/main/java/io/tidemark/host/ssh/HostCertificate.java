package io.tidemark.host.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A host key with the signature of an authority (OpenSSH's PROTOCOL.certkeys).
 *
 * @param plain the key itself
 * @param role 2 for hosts
 * @param principals names of hosts
 * @param after seconds since 1970, unsigned: valid from then on
 * @param before seconds since 1970, unsigned: no longer valid then
 * @param critical packed options that we would have to understand; there are none for hosts
 * @param authority whose signature it is
 */
record HostCertificate(
        HostKey plain,
        long role,
        List<String> principals,
        long after,
        long before,
        List<String> critical,
        HostKey authority) {

    private static final String SUFFIX = "-cert-v01@openssh.com";
    private static final int HOST = 2;

    /** Whether a key is one. */
    static boolean is(HostKey key) {
        return key.type().endsWith(SUFFIX);
    }

    /**
     * Reads a certificate and checks that its authority signed it.
     *
     * @throws BadKey if it is cut, of an unknown type, or the signature is not good
     */
    static HostCertificate parse(byte[] blob) throws BadKey {
        Fields fields = new Fields(blob);
        String type = fields.text();
        if (!type.endsWith(SUFFIX)) {
            throw new BadKey("no certificate");
        }
        String plainType = type.substring(0, type.length() - SUFFIX.length());
        fields.bytes();
        HostKey plain = plain(plainType, fields);
        fields.large();
        long role = fields.number();
        fields.bytes();
        List<String> principals = fields.texts();
        long after = fields.large();
        long before = fields.large();
        List<String> critical = fields.texts();
        fields.bytes();
        fields.bytes();
        HostKey authority = HostKey.of(fields.bytes());
        byte[] signed = Arrays.copyOf(blob, fields.position());
        Signatures.check(authority, signed, fields.bytes());
        return new HostCertificate(plain, role, principals, after, before, critical, authority);
    }

    /**
     * Whether it speaks for a host now. Names are taken as they stand, for OpenSSH's client knows no patterns here; one
     * without names would speak for all hosts, and is not taken.
     */
    boolean speaksFor(String host, Instant now) {
        long seconds = now.getEpochSecond();
        return role == HOST
                && critical.isEmpty()
                && Long.compareUnsigned(seconds, after) >= 0
                && Long.compareUnsigned(seconds, before) < 0
                && principals.contains(host.toLowerCase(Locale.ROOT));
    }

    private static HostKey plain(String type, Fields fields) throws BadKey {
        int parts =
                switch (type) {
                    case "ssh-ed25519" -> 1;
                    case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa" -> 2;
                    default -> throw new BadKey("a certificate of type " + type);
                };
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        put(blob, type.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < parts; i++) {
            put(blob, fields.bytes());
        }
        return HostKey.of(blob.toByteArray());
    }

    private static void put(ByteArrayOutputStream blob, byte[] field) {
        blob.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        blob.writeBytes(field);
    }
}
