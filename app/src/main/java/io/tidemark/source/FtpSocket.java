package io.tidemark.source;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A socket that can be interrupted, that gives up after too long a silence whatever anybody sets, and that, where it is a
 * control connection, bounds the bytes and the time of each answer. TLS on top of it inherits all that.
 */
final class FtpSocket extends Socket {

    private static final int TICK = 200;
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int PATIENCE = 3;

    private final Duration silence;
    private final boolean control;
    private long asked = System.nanoTime();
    private int answered;
    private int seems;

    FtpSocket(Duration silence, boolean control) {
        this.silence = silence;
        this.control = control;
    }

    /** Connects on a thread of its own: the platform's call cannot be interrupted. */
    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            super.connect(address, 0);
            return null;
        });
        Thread.ofVirtual().start(task);
        try {
            task.get(silence.toMillis(), TimeUnit.MILLISECONDS);
            super.setSoTimeout(TICK);
            setTcpNoDelay(true);
        } catch (ExecutionException failed) {
            close();
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        } catch (TimeoutException late) {
            close();
            throw (IOException) new SocketTimeoutException("connect").initCause(late);
        } catch (InterruptedException interrupted) {
            close();
            throw noted(interrupted);
        }
    }

    /**
     * Makes it seem to go to another port. Java looks for TLS sessions to resume by the port of the socket below, and servers
     * want data connections to resume the session of the control connection.
     */
    void seem(int port) {
        seems = port;
    }

    @Override
    public int getPort() {
        return seems > 0 ? seems : super.getPort();
    }

    /** Ours stays: each wait is short, and we count how many there were. */
    @Override
    public synchronized void setSoTimeout(int timeout) {
        asked = System.nanoTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Patient(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                asked = System.nanoTime();
                answered = 0;
                out.write(bytes, offset, length);
            }
        };
    }

    private static IOException noted(Exception cause) {
        Thread.currentThread().interrupt();
        return (IOException) new InterruptedIOException("interrupted").initCause(cause);
    }

    private final class Patient extends FilterInputStream {

        Patient(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long start = System.nanoTime();
            while (true) {
                try {
                    return counted(in.read(target, offset, length));
                } catch (SocketTimeoutException tick) {
                    long now = System.nanoTime();
                    if (Thread.currentThread().isInterrupted()) {
                        throw noted(tick);
                    } else if (now - start > silence.toNanos() || drips(now)) {
                        throw tick;
                    }
                }
            }
        }

        private int counted(int got) throws IOException {
            answered += Math.max(0, got);
            if (control && (answered > LONGEST_ANSWER || drips(System.nanoTime()))) {
                throw new IOException("an answer that does not end");
            }
            return got;
        }

        private boolean drips(long now) {
            return control && now - asked > PATIENCE * silence.toNanos();
        }
    }
}
