package io.tidemark.source.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy stands before a server: the one from the settings, else the environment's {@code http_proxy},
 * {@code https_proxy}, {@code all_proxy} and {@code no_proxy}, as curl and wget read them.
 */
public final class Proxies {

    private final String setting;
    private final Map<String, String> environment;

    /** The setting (empty for the environment's choice) and the environment. */
    public Proxies(String setting, Map<String, String> environment) {
        this.setting = setting;
        this.environment = environment;
    }

    /** A proxy: where it is and the header that opens it, possibly empty. */
    record Proxy(HttpUrl url, String authorization) {}

    Optional<Proxy> before(HttpUrl url) throws HttpFault {
        String chosen = setting.isBlank() ? fromEnvironment(url) : setting;
        return chosen.isBlank() ? Optional.empty() : Optional.of(parse(chosen.strip()));
    }

    private String fromEnvironment(HttpUrl url) {
        if (excepted(url.bareHost())) {
            return "";
        }
        String own = variable(url.tls() ? "https_proxy" : "http_proxy");
        return own.isBlank() ? variable("all_proxy") : own;
    }

    /** The upper-case http_proxy is left alone: a CGI server sets it from a request's header. */
    private String variable(String name) {
        String lower = environment.getOrDefault(name, "");
        boolean upperToo = lower.isBlank() && !name.equals("http_proxy");
        return upperToo ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
    }

    private boolean excepted(String host) {
        for (String entry : variable("no_proxy").split("[,\\s]+")) {
            String name = entry.startsWith(".") ? entry.substring(1) : entry;
            if (entry.equals("*") || (!name.isEmpty() && (host.equalsIgnoreCase(name) || below(host, name)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean below(String host, String domain) {
        return host.toLowerCase(Locale.ROOT).endsWith("." + domain.toLowerCase(Locale.ROOT));
    }

    private static Proxy parse(String text) throws HttpFault {
        String address = text.contains("://") ? text : "http://" + text;
        int start = address.indexOf("://") + 3;
        int at = address.lastIndexOf('@');
        String user = at < start ? "" : address.substring(start, at);
        String bare = at < start ? address : address.substring(0, start) + address.substring(at + 1);
        Optional<HttpUrl> url = HttpUrl.parse(bare).filter(u -> !u.tls());
        if (url.isEmpty()) {
            throw HttpFault.lie("upstream.proxy", "object", bare);
        }
        return new Proxy(url.get(), user.isEmpty() ? "" : "Proxy-Authorization: Basic " + encoded(user) + "\r\n");
    }

    private static String encoded(String user) {
        return Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
}
