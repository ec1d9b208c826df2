package io.tidemark.serve;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file says of itself in headers, and which part of it a request wants. ETag as nginx makes it; a date condition
 * holds only on exact equality, because a channel that was rolled back shows older files again.
 */
record FileState(long size, String tag, String modified) {

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Bytes from the first to before the last. */
    record Part(long from, long to) {
        long length() {
            return to - from;
        }
    }

    static FileState of(BasicFileAttributes file) {
        Instant changed = file.lastModifiedTime().toInstant();
        String tag = "\"" + Long.toHexString(changed.getEpochSecond()) + "-" + Long.toHexString(file.size()) + "\"";
        return new FileState(file.size(), tag, DATE.format(changed));
    }

    /** An instant as an HTTP date. */
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    boolean unchanged(HttpRequest request) {
        return request.header("if-none-match")
                .map(tags -> tags.equals("*") || tags.contains(tag))
                .orElseGet(() -> request.header("if-modified-since")
                        .map(modified::equals)
                        .orElse(false));
    }

    Part whole() {
        return new Part(0, size);
    }

    /** Whether a range is asked for that counts: one range, of the file as the client knows it. */
    boolean ranged(HttpRequest request) {
        boolean same = request.header("if-range")
                .map(v -> v.equals(tag) || v.equals(modified))
                .orElse(true);
        return same
                && request.header("range")
                        .filter(r -> RANGE.matcher(r).matches() && r.length() > 7)
                        .isPresent();
    }

    /** The part asked for, empty if the file has no such bytes. */
    Optional<Part> part(HttpRequest request) {
        Matcher range = RANGE.matcher(request.header("range").orElse(""));
        if (!range.matches()) {
            return Optional.empty();
        }
        boolean suffix = range.group(1).isEmpty();
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        long from = suffix ? Math.max(0, size - last) : Long.parseLong(range.group(1));
        long to = suffix ? size : Math.min(size, last == Long.MAX_VALUE ? size : last + 1);
        return from < to ? Optional.of(new Part(from, to)) : Optional.empty();
    }
}
