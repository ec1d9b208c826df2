package io.tidemark.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.LongAdder;

/** A file that was brought here for its reader alone; closing it throws it away. Used by one thread. */
final class RsyncBody extends FilterInputStream {

    private final Path scratch;
    private final LongAdder received;

    RsyncBody(Path file, Path scratch, LongAdder received) throws IOException {
        super(Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        this.scratch = scratch;
        this.received = received;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        received.add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        received.add(Math.max(0, count));
        return count;
    }

    @Override
    public void close() throws IOException {
        super.close();
        ScratchPlace.remove(scratch);
    }
}
