package io.tidemark.model;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A failure as the journal keeps it: {@code prune: plan.gate?object=3.15.4&gate=needed}. Nobody knows at that time who will
 * read it in which language, so it is kept as code and values; the latter are written as the fields of an HTML form are
 * (application/x-www-form-urlencoded), by name.
 *
 * @param operation what was to be done
 * @param code of the problem
 * @param args values of its text; empty where they were too long to be kept
 */
public record Failure(String operation, String code, Map<String, String> args) {

    private static final int LONGEST = 2_000;
    private static final Pattern FORM = Pattern.compile("([a-z-]+): ([a-z0-9.-]+)(?:\\?(.*))?");

    public Failure {
        args = Map.copyOf(args);
    }

    /** What the journal says of a problem behind the name of the operation. */
    public static String words(Problem problem) {
        String args = new TreeMap<>(problem.args())
                .entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return args.isEmpty() || args.length() > LONGEST ? problem.code() : problem.code() + "?" + args;
    }

    /** The failure that a line of the journal tells of, if it does. */
    public static Optional<Failure> of(JournalEntry entry) {
        Matcher form = FORM.matcher(entry.reason());
        return entry.event() == JournalEntry.Event.FAILED && form.matches()
                ? Optional.of(new Failure(form.group(1), form.group(2), args(form.group(3))))
                : Optional.empty();
    }

    private static Map<String, String> args(String written) {
        Map<String, String> args = new HashMap<>();
        for (String each : written == null ? new String[0] : written.split("&", -1)) {
            int sign = each.indexOf('=');
            if (sign > 0) {
                args.put(decoded(each.substring(0, sign)), decoded(each.substring(sign + 1)));
            }
        }
        return args;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What is no escape stays as it is: the journal may have been written by somebody else. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }
}
