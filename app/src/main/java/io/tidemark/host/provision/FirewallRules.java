package io.tidemark.host.provision;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code ufw status} and {@code firewall-cmd --list-services --list-ports} say. */
final class FirewallRules {

    private static final Map<String, List<Integer>> KNOWN = Map.ofEntries(
            Map.entry("http", List.of(80)),
            Map.entry("https", List.of(443)),
            Map.entry("rsyncd", List.of(873)),
            Map.entry("ftp", List.of(21)),
            Map.entry("Nginx Full", List.of(80, 443)),
            Map.entry("Nginx HTTP", List.of(80)),
            Map.entry("Nginx HTTPS", List.of(443)),
            Map.entry("Apache", List.of(80)),
            Map.entry("Apache Full", List.of(80, 443)),
            Map.entry("Apache Secure", List.of(443)),
            Map.entry("WWW", List.of(80)),
            Map.entry("WWW Full", List.of(80, 443)),
            Map.entry("WWW Secure", List.of(443)));
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:[-:](\\d{1,5}))?");

    private FirewallRules() {}

    static boolean admits(String firewall, String rules, PortAim aim) {
        return firewall.equals("ufw")
                ? rules.lines().anyMatch(line -> ufw(line, aim))
                : Arrays.stream(rules.split("\\s+")).anyMatch(word -> names(word, aim));
    }

    /** Columns are parted by two spaces or more: what, {@code ALLOW}, from where. */
    private static boolean ufw(String line, PortAim aim) {
        String[] columns = line.strip().split("\\s{2,}");
        return columns.length >= 3
                && (columns[1].startsWith("ALLOW") || columns[1].startsWith("LIMIT"))
                && columns[2].startsWith("Anywhere")
                && names(columns[0], aim);
    }

    private static boolean names(String what, PortAim aim) {
        if (KNOWN.containsKey(what)) {
            return aim.first() == aim.last() && KNOWN.get(what).contains(aim.first());
        }
        String ports = what.endsWith("/tcp") ? what.substring(0, what.length() - "/tcp".length()) : what;
        return Arrays.stream(ports.split(",")).anyMatch(range -> holds(range, aim));
    }

    private static boolean holds(String range, PortAim aim) {
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            return false;
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return first <= aim.first() && aim.last() <= last;
    }
}
