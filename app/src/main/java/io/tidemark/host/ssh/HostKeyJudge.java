package io.tidemark.host.ssh;

import io.tidemark.host.ssh.KnownLine.Marker;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Judges host keys as OpenSSH does with {@code StrictHostKeyChecking=yes} ({@code check_host_key} in sshconnect.c):
 * revocation before everything, then certificates of known authorities, then known keys. Stricter in four points: a key
 * known without its port, certificates that name no host, short RSA keys and signatures with SHA-1 are not taken.
 */
final class HostKeyJudge {

    private static final int SHORTEST_RSA = 2048;

    private final String host;
    private final KnownHosts known;

    /** Judges the keys of one host; {@code host} is its bare name, which certificates speak of. */
    HostKeyJudge(String host, KnownHosts known) {
        this.host = host;
        this.known = known;
    }

    /** Judges a key as it came over the wire. */
    Verdict judge(byte[] blob, Instant now) {
        try {
            HostKey key = HostKey.of(blob);
            if (!HostCertificate.is(key)) {
                return judge(key, Optional.empty(), now);
            }
            HostCertificate certificate = HostCertificate.parse(blob);
            return judge(certificate.plain(), Optional.of(certificate), now);
        } catch (BadKey e) {
            return new Verdict.Unfit(e.getMessage());
        }
    }

    private Verdict judge(HostKey key, Optional<HostCertificate> certificate, Instant now) throws BadKey {
        Optional<KnownLine> revoked = with(Marker.REVOKED, key)
                .or(() -> certificate.flatMap(signed -> with(Marker.REVOKED, signed.authority())));
        if (revoked.isPresent()) {
            return new Verdict.Revoked(key, revoked.get());
        }
        requireStrength(key);
        boolean vouched = certificate.isPresent()
                && with(Marker.AUTHORITY, certificate.get().authority()).isPresent()
                && certificate.get().speaksFor(host, now);
        return vouched ? new Verdict.Trusted(key) : plain(key);
    }

    private Verdict plain(HostKey key) {
        List<KnownLine> own = known.marked(Marker.OWN);
        if (with(Marker.OWN, key).isPresent()) {
            return new Verdict.Trusted(key);
        }
        return own.isEmpty() ? new Verdict.Unknown(key) : new Verdict.Changed(key, own.getFirst());
    }

    private Optional<KnownLine> with(Marker marker, HostKey key) {
        return known.marked(marker).stream()
                .filter(line -> line.key().equals(key))
                .findFirst();
    }

    private static void requireStrength(HostKey key) throws BadKey {
        if (Signatures.kinds(key.type()).isEmpty()) {
            throw new BadKey("a key of type " + key.type());
        }
        if (key.type().equals("ssh-rsa")) {
            Fields fields = new Fields(key.blob());
            fields.bytes();
            fields.bytes();
            int bits = new BigInteger(1, fields.bytes()).bitLength();
            if (bits < SHORTEST_RSA) {
                throw new BadKey("an RSA key of " + bits + " bits");
            }
        }
    }
}
