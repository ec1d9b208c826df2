package io.tidemark.kind.ostree;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a package and rpm's order of versions ({@code rpmvercmp.c}): epoch, then version, then release; numbers count
 * as numbers and are newer than letters, {@code ~} is older than the end and {@code ^} newer than the end only.
 *
 * @param epoch usually 0
 */
record RpmVersion(String epoch, String version, String release) implements Comparable<RpmVersion> {

    private static final Pattern SEGMENT = Pattern.compile("[0-9]+|[A-Za-z]+|~|\\^");

    /** The way it is written: the epoch only where it is not 0. */
    String text() {
        return (epoch.isEmpty() || epoch.equals("0") ? "" : epoch + ":") + version + "-" + release;
    }

    /** Out of the way it is written. */
    static RpmVersion of(String text) {
        int colon = text.indexOf(':');
        int dash = text.lastIndexOf('-');
        return new RpmVersion(
                colon < 0 ? "0" : text.substring(0, colon),
                text.substring(colon + 1, dash > colon ? dash : text.length()),
                dash > colon ? text.substring(dash + 1) : "");
    }

    @Override
    public int compareTo(RpmVersion other) {
        int byEpoch = compare(epoch.isEmpty() ? "0" : epoch, other.epoch.isEmpty() ? "0" : other.epoch);
        int byVersion = byEpoch != 0 ? byEpoch : compare(version, other.version);
        return byVersion != 0 ? byVersion : compare(release, other.release);
    }

    static int compare(String a, String b) {
        Matcher left = SEGMENT.matcher(a);
        Matcher right = SEGMENT.matcher(b);
        while (true) {
            String mine = left.find() ? left.group() : "";
            String theirs = right.find() ? right.group() : "";
            if (mine.isEmpty() && theirs.isEmpty()) {
                return 0;
            }
            int order = segment(mine, theirs);
            if (order != 0) {
                return order;
            }
        }
    }

    private static int segment(String mine, String theirs) {
        if (mine.equals(theirs)) {
            return 0;
        } else if (mine.equals("~") || theirs.equals("~")) {
            return mine.equals("~") ? -1 : 1;
        } else if (mine.equals("^") || theirs.equals("^")) {
            return caret(mine, theirs);
        } else if (mine.isEmpty() || theirs.isEmpty()) {
            return mine.isEmpty() ? -1 : 1;
        }
        boolean number = isNumber(mine);
        if (number != isNumber(theirs)) {
            return number ? 1 : -1;
        }
        return number ? numbers(mine, theirs) : Integer.signum(mine.compareTo(theirs));
    }

    /** The one with the caret is newer than one that ends, and older than one that goes on. */
    private static int caret(String mine, String theirs) {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return mine.isEmpty() ? -1 : 1;
        }
        return mine.equals("^") ? -1 : 1;
    }

    private static boolean isNumber(String segment) {
        return Character.isDigit(segment.charAt(0));
    }

    private static int numbers(String a, String b) {
        String mine = a.replaceFirst("^0+", "");
        String theirs = b.replaceFirst("^0+", "");
        int byLength = Integer.compare(mine.length(), theirs.length());
        return byLength != 0 ? byLength : Integer.signum(mine.compareTo(theirs));
    }
}
