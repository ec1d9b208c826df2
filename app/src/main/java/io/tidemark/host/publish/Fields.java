package io.tidemark.host.publish;

import io.tidemark.model.EntryPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;

/** What a host said, as fields that end with NUL, taken one by one. For one thread. */
final class Fields {

    private static final int LONGEST_NUMBER = 18;

    private final byte[] all;
    private int at;

    Fields(byte[] all) {
        this.all = all;
    }

    boolean more() {
        return at < all.length;
    }

    /** The next field as it came; {@link NoSuchElementException} if it does not end. */
    byte[] raw() {
        int from = at;
        while (at < all.length && all[at] != 0) {
            at++;
        }
        if (at == all.length) {
            throw new NoSuchElementException("a field without end");
        }
        at++;
        return Arrays.copyOfRange(all, from, at - 1);
    }

    /** A name, nothing lost. */
    String name() {
        return EntryPath.ofBytes(raw()).text();
    }

    /** A link as the small programs say it, with a line end and a dot behind it. */
    LinkThere link() {
        byte[] text = raw();
        int length = Math.max(0, text.length - 2);
        return new LinkThere(
                EntryPath.ofBytes(Arrays.copyOf(text, length)).text(),
                Instant.ofEpochSecond(number(new String(raw(), StandardCharsets.US_ASCII))));
    }

    /** A document as the small programs say it: its digest, and when it was last changed. */
    DocumentThere document() {
        String digest = name();
        return new DocumentThere(digest, Instant.ofEpochSecond(number(name())));
    }

    /** A number of not more digits than one can have; 0 for what is none. */
    static long number(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : 0;
    }
}
