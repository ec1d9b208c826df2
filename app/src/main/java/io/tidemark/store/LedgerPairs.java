package io.tidemark.store;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Pairs of numbers in a small binary file: a line of text that says what it is ({@code tidemark KIND 1 MARK COUNT}), then
 * the pairs, eight bytes a number, highest first, then the SHA-256 of all that.
 *
 * @param mark one more number, for whoever writes the file
 * @param words first and second of each pair in turn
 */
record LedgerPairs(long mark, long[] words) {

    private static final int DIGEST = 32;
    private static final int LONGEST_HEAD = 100;

    /** The file's content. */
    byte[] encode(String kind) {
        byte[] head = head(kind, mark, words.length / 2).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(head.length + 8 * words.length + DIGEST);
        out.put(head);
        out.asLongBuffer().put(words);
        out.position(head.length + 8 * words.length);
        out.put(digest(out.array(), out.position()));
        return out.array();
    }

    /** What a file says; empty if it is damaged or something else, for all of it can be found out again. */
    static Optional<LedgerPairs> decode(String kind, byte[] bytes) {
        int head = headLength(bytes);
        int body = bytes.length - head - DIGEST;
        if (head == 0 || body < 0 || body % 16 != 0) {
            return Optional.empty();
        }
        byte[] digest = Arrays.copyOfRange(bytes, head + body, bytes.length);
        String text = new String(bytes, 0, head, StandardCharsets.US_ASCII);
        String[] parts = text.strip().split(" ");
        boolean right = parts.length == 5
                && parts[3].matches("-?[0-9]{1,19}")
                && Arrays.equals(digest, digest(bytes, head + body))
                && text.equals(head(kind, new BigInteger(parts[3]).longValue(), body / 16));
        if (!right) {
            return Optional.empty();
        }
        long[] words = new long[body / 8];
        ByteBuffer.wrap(bytes, head, body).asLongBuffer().get(words);
        return Optional.of(new LedgerPairs(new BigInteger(parts[3]).longValue(), words));
    }

    private static String head(String kind, long mark, int count) {
        return "tidemark " + kind + " 1 " + mark + " " + count + "\n";
    }

    private static int headLength(byte[] bytes) {
        for (int i = 0; i < Math.min(LONGEST_HEAD, bytes.length); i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static byte[] digest(byte[] bytes, int length) {
        var digest = Sha256.start();
        digest.update(bytes, 0, length);
        return digest.digest();
    }
}
