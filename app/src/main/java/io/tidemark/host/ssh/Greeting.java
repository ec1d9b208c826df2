package io.tidemark.host.ssh;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a host sends, without the lines that it may say before its greeting (RFC 4253 section 4.2). sshj would keep all of
 * them, and read an endless one for ever.
 */
final class Greeting extends FilterInputStream {

    private static final int LONGEST = 1024;
    private static final int MOST_LINES = 256;
    private static final int BUFFER = 1 << 16;

    private byte[] greeting;
    private int at;

    Greeting(InputStream in) {
        super(new BufferedInputStream(in, BUFFER));
    }

    @Override
    public int read() throws IOException {
        return greeted() ? super.read() : greeting[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (greeted()) {
            return super.read(into, offset, length);
        }
        int part = Math.min(length, greeting.length - at);
        System.arraycopy(greeting, at, into, offset, part);
        at += part;
        return part;
    }

    private boolean greeted() throws IOException {
        if (greeting == null) {
            greeting = find();
        }
        return at == greeting.length;
    }

    private byte[] find() throws IOException {
        for (int lines = 0; lines < MOST_LINES; lines++) {
            byte[] line = line();
            if (new String(line, StandardCharsets.ISO_8859_1).startsWith("SSH-")) {
                return line;
            }
        }
        throw new IOException("more than " + MOST_LINES + " lines before the greeting");
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && line.size() < LONGEST) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
            next = in.read();
        }
        throw new IOException(
                next < 0 ? "the host closed the connection before its greeting" : "a greeting without end");
    }
}
