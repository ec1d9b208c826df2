package io.tidemark.engine.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/** A wire over a socket. */
record SocketWire(Socket socket) implements Wire {

    @Override
    public InputStream in() {
        return stream(socket::getInputStream);
    }

    @Override
    public OutputStream out() {
        return stream(socket::getOutputStream);
    }

    @Override
    public String said() {
        return "";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            throw new UncheckedIOException(closedAlready);
        }
    }

    private static <T> T stream(Opening<T> opening) {
        try {
            return opening.open();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @FunctionalInterface
    private interface Opening<T> {
        T open() throws IOException;
    }
}
