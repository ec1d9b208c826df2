package io.tidemark.engine.remote;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes records from a stream. No line is longer and no record larger than allowed, and memory is taken only as bytes come.
 * For one thread; another may ask how long it has been waiting.
 */
final class FrameReader {

    private static final int LONGEST_HEAD = 160;
    private static final int WORDS = 4;

    private final InputStream in;
    private final int largest;
    private volatile long since = System.nanoTime();
    private volatile long expected;

    /** A reader that takes records up to a size. */
    FrameReader(InputStream in, int largest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.largest = largest;
    }

    /** Whether what is being waited for is late: silence, or a record that comes too slowly. */
    boolean late(Patience patience) {
        Duration waited = Duration.ofNanos(System.nanoTime() - since);
        return waited.compareTo(patience.longest(expected)) > 0;
    }

    /** The next record; empty at the end of the stream. */
    Optional<Frame> read() throws IOException {
        Optional<String> head = line(LONGEST_HEAD);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String[] words = head.get().split(" ", -1);
        if (words.length != WORDS) {
            throw new BrokenProtocol("no record begins with: " + shown(head.get()));
        }
        Frame.Kind kind = kind(words[0]);
        long id = number(words[1], Long.MAX_VALUE);
        byte[] body = body((int) number(words[2], largest));
        return Optional.of(new Frame(kind, id, words[3], body));
    }

    /** A line of bytes without its end; empty at the end of the stream. */
    Optional<String> line(int longest) throws IOException {
        byte[] bytes = new byte[longest];
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && length == 0) {
                return Optional.empty();
            }
            if (next < 0) {
                throw new EOFException("the stream ended within a line");
            }
            if (length == longest) {
                throw new BrokenProtocol("a line has no end");
            }
            bytes[length++] = (byte) next;
        }
        since = System.nanoTime();
        return Optional.of(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    }

    private byte[] body(int size) throws IOException {
        expected = size;
        byte[] body = in.readNBytes(size);
        since = System.nanoTime();
        expected = 0;
        if (body.length < size) {
            throw new EOFException("the stream ended within a record");
        }
        return body;
    }

    private static Frame.Kind kind(String word) throws BrokenProtocol {
        for (Frame.Kind kind : Frame.Kind.values()) {
            if (kind.name().equals(word)) {
                return kind;
            }
        }
        throw new BrokenProtocol("no record is called: " + shown(word));
    }

    private static long number(String word, long most) throws BrokenProtocol {
        try {
            long number = Long.parseLong(word);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new BrokenProtocol("not a number: " + shown(word));
        }
        throw new BrokenProtocol("not within bounds: " + shown(word));
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
