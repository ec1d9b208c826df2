package io.tidemark.delta;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/**
 * Reads the commands of a delta one after another. Every number is checked before it is used, so that damage is found and
 * not acted upon. Source: librsync {@code src/prototab.c}, {@code src/patch.c}. Not for several threads.
 */
final class DeltaCommands {

    private static final int HEAD = 4;

    private final Image delta;
    private long at = HEAD;
    private boolean copy;
    private long position;
    private long length;

    /** Reads the magic number. */
    DeltaCommands(Image delta) throws ProblemException {
        this.delta = delta;
        if (delta.size() < HEAD || delta.number(0, HEAD) != DeltaFormat.MAGIC) {
            throw refuse("delta.magic");
        }
    }

    /** Goes to the next command; false at the end command. */
    boolean next() throws ProblemException {
        int code = (int) take(1);
        if (code == DeltaFormat.END) {
            return false;
        }
        if (code >= DeltaFormat.RESERVED) {
            throw refuse("delta.damaged");
        }
        copy = code >= DeltaFormat.COPY;
        if (copy) {
            position = take(1 << (code - DeltaFormat.COPY >> 2));
            length = take(1 << (code - DeltaFormat.COPY & 3));
        } else {
            length = code <= DeltaFormat.SHORT_LITERAL ? code : take(1 << code - DeltaFormat.LITERAL);
            position = at;
            skip(length);
        }
        if (length <= 0 || position < 0) {
            throw refuse("delta.damaged");
        }
        return true;
    }

    private long take(int count) throws ProblemException {
        if (delta.size() - at < count) {
            throw refuse("delta.short");
        }
        long value = delta.number(at, count);
        at += count;
        return value;
    }

    private void skip(long count) throws ProblemException {
        if (count < 0) {
            throw refuse("delta.damaged");
        }
        if (delta.size() - at < count) {
            throw refuse("delta.short");
        }
        at += count;
    }

    private ProblemException refuse(String code) {
        return new ProblemException(Problem.of(code, Problem.Category.REFUSED, "object", delta.path(), "place", at));
    }

    /** Whether the command copies old bytes; else it brings its own. */
    boolean isCopy() {
        return copy;
    }

    /** Where the bytes lie: in the old file for a copy, in the delta for a literal. */
    long position() {
        return position;
    }

    long length() {
        return length;
    }

    /** Bytes of the delta that were read. */
    long consumed() {
        return at;
    }
}
