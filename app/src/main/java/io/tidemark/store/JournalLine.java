package io.tidemark.store;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of a journal: the entry, the digest of the line before, and at the end its own digest, which is the SHA-256 of
 * everything before it. So each line vouches for itself and for all that came before.
 *
 * @param digest its own digest, hex
 */
public record JournalLine(JournalEntry entry, String previous, String digest) {

    /** What stands for the digest before the first line. */
    public static final String NONE = "0".repeat(64);

    private static final byte[] DIGEST = Disk.raw(",\"digest\":\"");
    private static final byte[] END = Disk.raw("\"}");
    private static final int TAIL = DIGEST.length + NONE.length() + END.length;

    /** The bytes of a line, its end included. */
    public static byte[] write(JournalEntry entry, String previous) {
        String open = text(Json.write(new Linked(entry, previous)));
        String body = open.substring(0, open.length() - 1);
        return Disk.raw(body + text(DIGEST) + Sha256.hex(Disk.raw(body)) + "\"}\n");
    }

    /** The digest of a line as {@link #write} made it. */
    public static String digestOf(byte[] written) {
        return text(Arrays.copyOfRange(written, written.length - 67, written.length - 3));
    }

    /**
     * Reads a line without its end.
     *
     * @throws ProblemException if it does not vouch for itself
     */
    public static JournalLine read(byte[] line, String path) throws ProblemException {
        int end = line.length - TAIL;
        if (end < 0 || !framed(line, end)) {
            throw Json.damaged(path, new IllegalStateException("a line without digest"));
        }
        byte[] body = Arrays.copyOf(line, end + 1);
        body[end] = '}';
        String digest = text(Arrays.copyOfRange(line, end + DIGEST.length, line.length - END.length));
        if (!Sha256.hex(Arrays.copyOf(line, end)).equals(digest)) {
            throw Json.damaged(path, new IllegalStateException("a line whose digest is wrong"));
        }
        Linked linked = Json.read(body, Linked.class, path);
        return new JournalLine(linked.entry(), linked.previous(), digest);
    }

    private static boolean framed(byte[] line, int end) {
        int digest = end + DIGEST.length;
        return Arrays.equals(line, end, digest, DIGEST, 0, DIGEST.length)
                && Arrays.equals(line, line.length - END.length, line.length, END, 0, END.length);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** An entry and the digest of the line before it. */
    public record Linked(JournalEntry entry, String previous) {}
}
