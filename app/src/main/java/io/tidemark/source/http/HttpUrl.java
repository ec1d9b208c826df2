package io.tidemark.source.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An address on a web server: scheme, host, port and percent-encoded path (RFC 3986), with a query if a redirect brought
 * one. User names, passwords and fragments have no place in it.
 */
public record HttpUrl(boolean tls, String host, int port, String path) {

    /** The address in this text, empty if it is no plain {@code http:} or {@code https:} address. */
    public static Optional<HttpUrl> parse(String text) {
        try {
            return of(new URI(text));
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }

    /** Where a reference in a redirect or a listing leads, seen from here. */
    public Optional<HttpUrl> resolve(String reference) {
        try {
            return of(new URI(toString()).resolve(new URI(reference)));
        } catch (URISyntaxException | IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    /** The same server, another path. */
    public HttpUrl at(String newPath) {
        return new HttpUrl(tls, host, port, newPath);
    }

    /** Whether both speak to the same server in the same way. */
    public boolean sameOrigin(HttpUrl other) {
        return tls == other.tls && port == other.port && host.equals(other.host);
    }

    /** Value of the Host header: the port only where it is not the scheme's own. */
    public String authority() {
        return port == (tls ? 443 : 80) ? host : host + ":" + port;
    }

    /** The host without the brackets of an IPv6 address. */
    public String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority() + path;
    }

    private static Optional<HttpUrl> of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if ((!tls && !scheme.equals("http")) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : risen(uri.getRawPath());
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return port > 65_535 || !ascii(path + query)
                ? Optional.empty()
                : Optional.of(new HttpUrl(tls, host, port, path + query));
    }

    /** Going up from the root stays there (RFC 3986, section 5.2.4); the platform leaves such steps standing. */
    private static String risen(String path) {
        String rest = path;
        while (rest.startsWith("/../")) {
            rest = rest.substring(3);
        }
        return rest.equals("/..") ? "/" : rest;
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}
