package io.tidemark.store;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** Writes a manifest line by line, whatever its size, and digests it on the way; for one thread. */
final class ManifestWriter implements AutoCloseable {

    private static final int BATCH = 1 << 16;

    private final OutputStream out;
    private final MessageDigest digest = Sha256.start();
    private final ManifestLine lines = new ManifestLine();
    private byte[] last = new byte[0];
    private long files;
    private long bytes;

    /** Starts a manifest on a stream, which {@link #close} closes. */
    ManifestWriter(OutputStream target) throws IOException {
        out = new ZstdOutputStreamNoFinalizer(target, ManifestFormat.COMPRESSION).setChecksum(true);
        lines.put(ManifestFormat.HEADER);
    }

    /** Adds an entry; each path is greater than the one before, or the caller is wrong. */
    void add(ManifestEntry entry) throws IOException {
        byte[] path = entry.path().bytes();
        if (Arrays.compareUnsigned(last, path) >= 0) {
            throw new IllegalArgumentException(entry.path() + " is out of order");
        }
        last = path;
        if (entry.type() == Type.FILE) {
            files++;
            bytes += entry.size();
        }
        lines.add(entry);
        if (lines.length > BATCH) {
            flush();
        }
    }

    /** Regular files so far. */
    long files() {
        return files;
    }

    /** Bytes of regular files so far. */
    long bytes() {
        return bytes;
    }

    /** Ends the manifest and closes the stream. */
    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    /** The root digest, once closed; asked for once. */
    String root() {
        return ManifestFormat.hex(digest.digest());
    }

    private void flush() throws IOException {
        digest.update(lines.bytes, 0, lines.length);
        out.write(lines.bytes, 0, lines.length);
        lines.length = 0;
    }
}
