package io.tidemark.store;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The text of a manifest in blocks of whole lines, decompressed as it is asked for; the first line, the length of lines
 * and of the whole, and at the end the root digest are checked. For one thread.
 */
final class ManifestText implements AutoCloseable {

    private final String version;
    private final String root;
    private final InputStream in;
    private final MessageDigest digest = Sha256.start();
    private byte[] rest = new byte[0];
    private long total;

    /**
     * Begins to read.
     *
     * @param file the compressed manifest; closed by {@link #close}
     * @param root what its root digest must be
     */
    ManifestText(String version, InputStream file, String root) throws ProblemException {
        this.version = version;
        this.root = root;
        try {
            in = new ZstdInputStreamNoFinalizer(file).setLongMax(ManifestFormat.WINDOW);
            header();
        } catch (IOException e) {
            throw damage(e);
        }
    }

    /**
     * Fills the block with the next lines.
     *
     * @return false if there are no more, and only if the digest of all was right
     */
    boolean next(ManifestBlock block) throws ProblemException {
        try {
            return fill(block);
        } catch (IOException e) {
            throw damage(e);
        }
    }

    private boolean fill(ManifestBlock block) throws IOException, ProblemException {
        System.arraycopy(rest, 0, block.bytes, 0, rest.length);
        int added = in.readNBytes(block.bytes, rest.length, ManifestBlock.SIZE - rest.length);
        block.length = rest.length + added;
        if (block.length == 0) {
            requireRoot();
            return false;
        }
        digest.update(block.bytes, rest.length, added);
        int whole = block.wholeLines();
        rest = Arrays.copyOfRange(block.bytes, whole, block.length);
        block.length = whole;
        requireBounds(added);
        return true;
    }

    private void header() throws IOException, ProblemException {
        byte[] first = in.readNBytes(ManifestFormat.HEADER.length);
        digest.update(first);
        if (!Arrays.equals(first, ManifestFormat.HEADER)) {
            throw isOtherFormat(first) ? newer(first) : damage("no manifest");
        }
    }

    private static boolean isOtherFormat(byte[] first) {
        byte[] start = ManifestFormat.HEADER_START;
        return first.length > start.length && Arrays.equals(first, 0, start.length, start, 0, start.length);
    }

    private ProblemException newer(byte[] first) {
        String found = new String(first, StandardCharsets.ISO_8859_1).replaceAll("[^0-9]+", "");
        return new ProblemException(Problem.of(
                "store.format",
                Problem.Category.REFUSED,
                "object",
                version,
                "format",
                found,
                "known",
                ManifestFormat.FORMAT));
    }

    private void requireBounds(int added) throws ProblemException {
        total += added;
        if (rest.length > ManifestFormat.LONGEST_LINE || total > ManifestFormat.LONGEST_TEXT) {
            throw damage("a line, or the whole, is too long");
        }
        if (added == 0 && rest.length > 0) {
            throw damage("the last line is cut short");
        }
    }

    private void requireRoot() throws ProblemException {
        if (!ManifestFormat.hex(digest.digest()).equals(root)) {
            throw damage("the root digest differs");
        }
    }

    private ProblemException damage(String what) {
        return new ManifestDamage(what).of(version);
    }

    private ProblemException damage(IOException e) {
        return e instanceof StreamProblem disk ? disk.problem() : damage(String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
