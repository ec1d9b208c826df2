package io.tidemark.engine.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wire to something that says what a test lets it say, and reads or does not. */
final class Peer implements Wire {

    private final PipedOutputStream says = new PipedOutputStream();
    private final PipedInputStream in = new PipedInputStream(says, 1 << 16);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);

    /** What a peer does until the wire is closed. */
    @FunctionalInterface
    interface Talk {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private Peer() throws IOException {}

    static Peer that(Talk talk) throws IOException {
        Peer peer = new Peer();
        Thread.ofPlatform().daemon().name("peer").start(() -> peer.talk(talk));
        return peer;
    }

    /** A peer that greets well and talks on when it was asked for something. */
    static Peer that(byte[] greeting, Talk talk) throws IOException {
        Peer peer = new Peer();
        Thread.ofPlatform()
                .daemon()
                .name("peer")
                .start(() -> peer.talk(out -> {
                    out.write(greeting);
                    out.flush();
                    peer.asked.await();
                    talk.to(out);
                }));
        return peer;
    }

    private void talk(Talk talk) {
        try {
            talk.to(says);
            closed.await();
        } catch (IOException | InterruptedException ended) {
            closed.countDown();
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The sign and a greeting of that make. */
    static byte[] greeting(int protocol, String program) {
        String hello = "{\"protocol\":" + protocol + ",\"program\":\"" + program
                + "\",\"machine\":\"m\",\"account\":\"a\",\"mood\":\"new\"}";
        return ascii(Hello.SIGN + "\nHELLO 0 " + hello.length() + " -\n" + hello);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                while (!isClosed()) {
                    if (in.available() > 0) {
                        return in.read(into, offset, length);
                    }
                    park();
                }
                throw new IOException("closed");
            }
        };
    }

    private void park() throws IOException {
        try {
            if (closed.await(5, TimeUnit.MILLISECONDS)) {
                throw new IOException("closed");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Override
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int one) {
                throw new IllegalStateException("records are written whole");
            }

            @Override
            public void write(byte[] record, int offset, int length) {
                if (new String(record, offset, length, StandardCharsets.UTF_8).startsWith("CALL ")) {
                    asked.countDown();
                }
            }
        };
    }

    @Override
    public String said() {
        return "";
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
