package io.tidemark.source.http;

import io.tidemark.model.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells the reasons apart for which a server cannot be reached, so that each has a message of its own. */
final class Faults {

    private Faults() {}

    /** A connection that could not be made. */
    static HttpFault unreachable(IOException error, HttpUrl url) {
        return switch (error) {
            case HttpFault known -> known;
            case UnknownHostException unknown -> passing("upstream.unreachable.dns", url, error);
            case NoRouteToHostException noRoute -> passing("upstream.unreachable.route", url, error);
            case SocketTimeoutException late -> late(url, "connect", error);
            case ConnectException refused -> connect(url, refused);
            case SSLException tls -> tls(url, tls);
            default -> broken(error, url);
        };
    }

    /** A connection that broke. */
    static HttpFault broken(IOException error, HttpUrl url) {
        return error instanceof SSLException tls ? tls(url, tls) : passing("upstream.unreachable", url, error);
    }

    /** A step that took too long. */
    static HttpFault late(HttpUrl url, String step, Throwable error) {
        return HttpFault.passing(
                Problem.of("upstream.timeout", Problem.Category.UNREACHABLE, "object", url, "step", step), error);
    }

    private static HttpFault connect(HttpUrl url, ConnectException error) {
        String text = String.valueOf(error.getMessage());
        if (text.contains("timed out")) {
            return late(url, "connect", error);
        }
        String reason = text.contains("unreachable") ? "route" : "refused";
        return passing("upstream.unreachable." + reason, url, error);
    }

    /** A certificate that we do not trust will not become better by asking again; a broken record may. */
    private static HttpFault tls(HttpUrl url, SSLException error) {
        Problem problem = Problem.of("upstream.unreachable.tls", Problem.Category.UNREACHABLE, objects(url, error));
        boolean untrusted = error instanceof SSLHandshakeException || error instanceof SSLPeerUnverifiedException;
        return untrusted ? HttpFault.lasting(problem, error) : HttpFault.passing(problem, error);
    }

    private static Object[] objects(HttpUrl url, SSLException error) {
        Throwable deepest = error;
        while (deepest.getCause() != null && !(deepest instanceof CertificateException)) {
            deepest = deepest.getCause();
        }
        return new Object[] {"object", url.authority(), "reason", String.valueOf(deepest.getMessage())};
    }

    private static HttpFault passing(String code, HttpUrl url, IOException error) {
        return HttpFault.passing(Problem.of(code, Problem.Category.UNREACHABLE, "object", url.authority()), error);
    }
}
