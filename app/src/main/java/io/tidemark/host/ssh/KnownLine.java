package io.tidemark.host.ssh;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code known_hosts} that says something.
 *
 * @param marker what the key is to the hosts
 * @param hosts the hosts it is about
 * @param key the key
 * @param file where it stands
 * @param number in which line, counted from 1
 */
record KnownLine(Marker marker, HostPatterns hosts, HostKey key, Path file, int number) {

    private static final Pattern FORM = Pattern.compile(
            "[ \\t]*(?:(?<marker>@\\S+)[ \\t]+)?(?<hosts>[^\\s@#]\\S*)[ \\t]+"
                    + "(?<type>\\S+)[ \\t]+(?<key>[A-Za-z0-9+/=]+)(?:\\s.*)?",
            Pattern.DOTALL);

    /** What a key is to the hosts of its line. */
    enum Marker {
        /** Their own. */
        OWN(""),
        /** That of an authority which signs their certificates. */
        AUTHORITY("@cert-authority"),
        /** One that must never be accepted again. */
        REVOKED("@revoked");

        private final String word;

        Marker(String word) {
            this.word = word;
        }

        private static Optional<Marker> of(String word) {
            for (Marker marker : values()) {
                if (marker.word.equals(word == null ? "" : word)) {
                    return Optional.of(marker);
                }
            }
            return Optional.empty();
        }
    }

    /** Reads a line; empty for comments and for what OpenSSH would pass over too. */
    static Optional<KnownLine> parse(String line, Path file, int number) {
        Matcher found = FORM.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        HostPatterns hosts = new HostPatterns(found.group("hosts"));
        return Marker.of(found.group("marker"))
                .flatMap(marker -> key(found, marker).map(key -> new KnownLine(marker, hosts, key, file, number)));
    }

    /** A revoked key counts whatever its line calls its type, and a revoked certificate revokes the key in it. */
    private static Optional<HostKey> key(Matcher found, Marker marker) {
        try {
            HostKey key = HostKey.of(Base64.getDecoder().decode(found.group("key")));
            if (marker == Marker.REVOKED) {
                return Optional.of(
                        HostCertificate.is(key)
                                ? HostCertificate.parse(key.blob()).plain()
                                : key);
            }
            return Optional.of(key).filter(read -> read.type().equals(found.group("type")));
        } catch (IllegalArgumentException | BadKey unreadable) {
            return Optional.empty();
        }
    }
}
