package io.tidemark.store;

import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import java.util.Arrays;

/** Reads the entries of a manifest in order and refuses whatever is not canonical; for one thread. */
final class ManifestReader implements AutoCloseable {

    private final String version;
    private final ManifestText text;
    private final ManifestParser parser = new ManifestParser();
    private final ManifestBlock block = new ManifestBlock();
    private int at;
    private byte[] last = new byte[0];

    /** Reads a text, which {@link #close} closes. */
    ManifestReader(String version, ManifestText text) {
        this.version = version;
        this.text = text;
    }

    /** The next entry; null when all were read and the root digest was right. */
    ManifestEntry next() throws ProblemException {
        while (at == block.length) {
            if (!text.next(block)) {
                return null;
            }
            at = 0;
        }
        int from = at;
        at = lineEnd(from);
        try {
            return inOrder(parser.parse(block.bytes, from, at));
        } catch (ManifestDamage e) {
            throw e.of(version);
        }
    }

    private int lineEnd(int from) {
        int to = from;
        while (block.bytes[to] != '\n') {
            to++;
        }
        return to + 1;
    }

    private ManifestEntry inOrder(ManifestEntry entry) throws ManifestDamage {
        byte[] path = entry.path().bytes();
        if (Arrays.compareUnsigned(last, path) >= 0) {
            throw new ManifestDamage("paths out of order or twice");
        }
        last = path;
        return entry;
    }

    @Override
    public void close() {
        text.close();
    }
}
