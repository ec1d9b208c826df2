package io.tidemark.source.http;

import java.io.IOException;

/** A body that ends with the connection; nobody can tell whether it is whole. */
final class OpenBody extends Bodies.Body {

    private final Connection connection;

    OpenBody(Connection connection) {
        this.connection = connection;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return connection.read(target, offset, length);
    }

    @Override
    boolean complete() {
        return false;
    }
}
