package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.source.http.HttpFault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What answers (RFC 959, section 4.2) and broken connections mean. */
final class FtpFaults {

    private static final int CLOSING = 421;
    private static final int NOT_LOGGED_IN = 530;
    private static final int NOT_FOUND = 550;
    private static final int LASTING = 500;
    private static final int LONGEST = 300;

    private FtpFaults() {}

    /** An answer that is no consent. */
    static SourceException answer(int reply, String said, String object) {
        Problem problem =
                switch (reply) {
                    case NOT_FOUND ->
                        Problem.of(
                                said.toLowerCase(Locale.ROOT).contains("denied")
                                        ? "upstream.denied"
                                        : "upstream.missing",
                                Category.UNREACHABLE,
                                "object",
                                object);
                    case NOT_LOGGED_IN -> Problem.of("upstream.auth", Category.UNREACHABLE, "object", object);
                    default -> Problem.of("upstream.ftp", Category.UNREACHABLE, "object", object, "status", reply);
                };
        return new SourceException(problem.with(shown(said)), reply < LASTING, null);
    }

    /** Whether the server has too many connections of ours, or is going down. */
    static boolean crowded(IOException error) {
        return error instanceof SourceException fault
                && String.valueOf(CLOSING)
                        .equals(String.valueOf(fault.problem().args().get("status")));
    }

    /** A connection that could not be made, or broke. */
    static IOException broken(IOException error, String object) {
        return switch (error) {
            case SourceException known -> known;
            case HttpFault known -> known;
            case SocketTimeoutException late -> fault("upstream.timeout", object, late, true);
            case InterruptedIOException cancelled -> cancelled;
            case UnknownHostException unknown -> fault("upstream.unreachable.dns", object, unknown, true);
            case NoRouteToHostException lost -> fault("upstream.unreachable.route", object, lost, true);
            case ConnectException refused -> fault("upstream.unreachable.refused", object, refused, true);
            case SSLException tls -> tls(object, tls);
            default -> fault(isLate(error) ? "upstream.timeout" : "upstream.unreachable", object, error, true);
        };
    }

    private static boolean isLate(Throwable error) {
        return error != null && (error instanceof SocketTimeoutException || isLate(error.getCause()));
    }

    private static SourceException tls(String object, SSLException error) {
        if (String.valueOf(error.getMessage()).matches("(?s)[45]\\d\\d .*")) {
            // commons-net throws the server's answer to AUTH TLS
            Problem plain = Problem.of("upstream.ftp.no-tls", Category.UNREACHABLE, "object", object);
            return new SourceException(plain.with(shown(error.getMessage())), false, error);
        }
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        Problem problem = Problem.of(
                "upstream.unreachable.tls",
                Category.UNREACHABLE,
                "object",
                object,
                "reason",
                shown(String.valueOf(deepest.getMessage()).replaceAll("[.\\s]+$", "")));
        return new SourceException(problem, !(error instanceof SSLHandshakeException), error);
    }

    private static SourceException fault(String code, String object, IOException error, boolean passing) {
        Problem problem = Problem.of(code, Category.UNREACHABLE, "object", object);
        return new SourceException(problem.with(shown(error.toString())), passing, error);
    }

    private static String shown(String said) {
        String bounded = String.valueOf(said).strip();
        return EntryPath.of(bounded.substring(0, Math.min(LONGEST, bounded.length())))
                .text();
    }
}
