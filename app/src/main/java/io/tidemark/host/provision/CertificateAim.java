package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.Phrase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A certificate that is valid now and belongs to the key beside it.
 *
 * @param certbot whether certbot looks after it
 * @param now when it is looked at
 */
record CertificateAim(String certificate, String key, boolean certbot, Instant now) implements Aim {

    @Override
    public String id() {
        return "certificate:" + certificate;
    }

    @Override
    public List<Query> queries() {
        return List.of(new Query("certificate", certificate), new Query("public", key));
    }

    @Override
    public Item judge(Sights sights) {
        Sight seen = sights.of(queries().getFirst());
        if (seen.denied()) {
            return Items.denied(this, Kind.CERTIFICATE, certificate);
        }
        return seen.there()
                ? read(seen, sights.of(queries().getLast()))
                : Items.missing(this, Kind.CERTIFICATE, certificate);
    }

    private Item read(Sight seen, Sight other) {
        try {
            X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(seen.text().orElse("").getBytes(StandardCharsets.US_ASCII)));
            return judged(read, other);
        } catch (CertificateException unreadable) {
            return item(State.DIFFERENT, "-", Phrase.of("drift.certificate.bad"));
        }
    }

    private Item judged(X509Certificate read, Sight other) {
        Instant ends = read.getNotAfter().toInstant();
        String actual = ends.toString();
        if (ends.isBefore(now)) {
            return item(State.DIFFERENT, actual, Phrase.of("drift.certificate.expired", "when", ends));
        }
        if (other.denied() || other.fact("openssl").equals("none")) {
            return item(State.UNKNOWN, actual, Phrase.of("drift.certificate.key-unread", "key", key));
        }
        return belongs(read, other.text().orElse(""))
                ? item(State.SAME, actual, Phrase.of("drift.certificate", "when", ends))
                : item(State.DIFFERENT, actual, Phrase.of("drift.certificate.key", "key", key));
    }

    private static boolean belongs(X509Certificate read, String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]*-----", "").replaceAll("\\s", "");
        try {
            return !base64.isEmpty()
                    && Arrays.equals(
                            read.getPublicKey().getEncoded(),
                            Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }

    private Item item(State state, String actual, Phrase detail) {
        return Items.of(this, Kind.CERTIFICATE, state, Optional.of(actual), Optional.of(certificate), detail);
    }
}
