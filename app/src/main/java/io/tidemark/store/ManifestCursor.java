package io.tidemark.store;

import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import java.util.Arrays;

/** A place in one of the two manifests that are compared: the line it stands on, still as bytes. For one thread. */
final class ManifestCursor {

    private final String version;
    private final ManifestAhead text;
    private final ManifestParser parser = new ManifestParser();
    private ManifestBlock block;
    private int at;

    /** Stands on the first line. */
    ManifestCursor(String version, ManifestAhead text) throws ProblemException, InterruptedException {
        this.version = version;
        this.text = text;
        refill();
    }

    boolean atEnd() {
        return block == null;
    }

    /** Goes past the line it stands on. */
    void advance() throws ProblemException, InterruptedException {
        at = lineEnd();
        refill();
    }

    /** Goes past all lines from here on that are the same in both, as far as the blocks at hand reach. */
    static boolean skipEqual(ManifestCursor one, ManifestCursor other) throws ProblemException, InterruptedException {
        int length = Math.min(one.block.length - one.at, other.block.length - other.at);
        byte[] a = one.block.bytes;
        byte[] b = other.block.bytes;
        int same = Arrays.mismatch(a, one.at, one.at + length, b, other.at, other.at + length);
        int equal = one.wholeLines(same < 0 ? length : same);
        one.at += equal;
        other.at += equal;
        one.refill();
        other.refill();
        return equal > 0;
    }

    /** Compares the paths of the two lines. */
    static int comparePaths(ManifestCursor one, ManifestCursor other) throws ProblemException {
        int start = ManifestFormat.PATH.length;
        int oneEnd = one.pathEnd();
        int otherEnd = other.pathEnd();
        if (oneEnd < 0 || otherEnd < 0) {
            return one.entry().path().compareTo(other.entry().path());
        }
        return Arrays.compareUnsigned(
                one.block.bytes, one.at + start, oneEnd, other.block.bytes, other.at + start, otherEnd);
    }

    /** The entry it stands on. */
    ManifestEntry entry() throws ProblemException {
        try {
            return parser.parse(block.bytes, at, lineEnd());
        } catch (ManifestDamage e) {
            throw e.of(version);
        }
    }

    /** Where a path without escapes ends; -1 if it has some, or if this is no line at all. */
    private int pathEnd() {
        byte[] bytes = block.bytes;
        int start = at + ManifestFormat.PATH.length;
        if (start > block.length || !Arrays.equals(bytes, at, start, ManifestFormat.PATH, 0, start - at)) {
            return -1;
        }
        int to = start;
        while (bytes[to] != '"' && bytes[to] != '\\' && bytes[to] != '\n') {
            to++;
        }
        return bytes[to] == '"' ? to : -1;
    }

    private int wholeLines(int length) {
        int to = at + length;
        while (to > at && block.bytes[to - 1] != '\n') {
            to--;
        }
        return to - at;
    }

    private int lineEnd() {
        int to = at;
        while (block.bytes[to] != '\n') {
            to++;
        }
        return to + 1;
    }

    private void refill() throws ProblemException, InterruptedException {
        while (block == null || at == block.length) {
            block = text.next(block);
            at = 0;
            if (block == null) {
                return;
            }
        }
    }
}
