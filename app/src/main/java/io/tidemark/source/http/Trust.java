package io.tidemark.source.http;

import io.tidemark.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Which authorities are believed: those of the system, or Java's own where it keeps none, and a PEM file with private
 * ones. Read when the first {@code https:} connection is made.
 */
public final class Trust {

    /** Debian and Alpine, Red Hat, SUSE. */
    private static final List<Path> SYSTEM = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"));

    private final Optional<Path> extra;
    private TrustManager[] managers;
    private SSLContext context;

    /** Trusts what the system trusts, and the authorities in this PEM file. */
    public Trust(Optional<Path> extra) {
        this.extra = extra;
    }

    /** Contexts that believe them; read when it is asked for first. */
    public synchronized SSLContext context() throws HttpFault {
        if (context == null) {
            context = fresh();
        }
        return context;
    }

    /** A context that remembers no session yet: sessions that are resumed in it are those of its own connections. */
    public synchronized SSLContext fresh() throws HttpFault {
        try {
            if (managers == null) {
                List<Certificate> authorities = new ArrayList<>(privateOnes());
                authorities.addAll(systems());
                managers = managers(store(authorities));
            }
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(null, managers, null);
            return made;
        } catch (GeneralSecurityException | IOException error) {
            throw error instanceof HttpFault known ? known : unreadable(error);
        }
    }

    private Collection<? extends Certificate> privateOnes() throws HttpFault {
        try {
            Collection<? extends Certificate> found = extra.isEmpty() ? List.of() : pem(extra.get());
            if (extra.isPresent() && found.isEmpty()) {
                throw new IOException("no certificate");
            }
            return found;
        } catch (GeneralSecurityException | IOException error) {
            throw unreadable(error);
        }
    }

    private HttpFault unreadable(Exception error) {
        String file = extra.map(Path::toString).orElse(SYSTEM.getFirst().toString());
        return HttpFault.lasting(Problem.of("upstream.ca", Problem.Category.USAGE, "object", file), error);
    }

    private static Collection<? extends Certificate> systems() throws GeneralSecurityException, IOException {
        Optional<Path> bundle = SYSTEM.stream().filter(Files::isReadable).findFirst();
        return bundle.isPresent() ? pem(bundle.get()) : javas();
    }

    private static List<X509Certificate> javas() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                return List.of(x509.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static Collection<? extends Certificate> pem(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static KeyStore store(List<Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("ca" + i, authorities.get(i));
        }
        return store;
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
