package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an FTP upstream lies: {@code ftp://[user@]host[:port]/path}; {@code ftps:} with TLS asked for on port 21 (RFC
 * 4217), or spoken from the first byte on port 990. Paths are percent-decoded as in any URL.
 *
 * @param text as people wrote it
 * @param user account, empty for an anonymous one
 * @param path below the directory that the login leads to, with a slash before each name; empty for that directory
 */
record FtpUrl(String text, boolean tls, Optional<String> user, String host, int port, String path) {

    private static final String USER = "(?:([a-z0-9_][a-z0-9._-]{0,63})@)?";
    private static final String HOST = "([a-z0-9][a-z0-9.-]{0,252}|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?";
    private static final Pattern FORM = Pattern.compile("(?i)(ftps?)://" + USER + HOST + "(?:/([^?#]*))?");
    private static final int HIGHEST_PORT = 65_535;
    private static final int IMPLICIT = 990;
    private static final int USUAL = 21;

    static FtpUrl parse(String text) throws ProblemException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            Userinfo.requireNoPassword(text);
            throw Userinfo.refused("upstream.url", text);
        }
        int port = form.group(4) == null ? USUAL : Integer.parseInt(form.group(4));
        if (port > HIGHEST_PORT || port == 0) {
            throw Userinfo.refused("upstream.url", text);
        }
        String path = path(text, form.group(5) == null ? "" : form.group(5));
        boolean tls = form.group(1).equalsIgnoreCase("ftps");
        return new FtpUrl(text, tls, Optional.ofNullable(form.group(2)), form.group(3), port, path);
    }

    /** Whether TLS comes before the first line. */
    boolean implicit() {
        return tls && port == IMPLICIT;
    }

    /** The host without the brackets of an IPv6 address. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String path(String text, String written) throws ProblemException {
        String bare = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
        StringBuilder path = new StringBuilder();
        for (String name : bare.isEmpty() ? new String[0] : bare.split("/", -1)) {
            String decoded = decode(name);
            if (!Locations.validName(decoded)) {
                throw Userinfo.refused("upstream.url", text);
            }
            path.append('/').append(decoded);
        }
        return path.toString();
    }

    /** Percent-decoding (RFC 3986, section 2.1); what is no escape becomes a name that is refused. */
    private static String decode(String name) {
        byte[] raw = name.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[raw.length];
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            boolean escape = raw[i] == '%';
            if (escape && !name.matches("(?s)(?:[^%]|%[0-9A-Fa-f]{2})*")) {
                return "";
            }
            out[length++] =
                    escape ? (byte) Integer.parseInt(new String(raw, i + 1, 2, StandardCharsets.US_ASCII), 16) : raw[i];
            i += escape ? 2 : 0;
        }
        EntryPath decoded = EntryPath.ofBytes(java.util.Arrays.copyOf(out, length));
        return decoded.escaped() ? "" : decoded.text();
    }
}
