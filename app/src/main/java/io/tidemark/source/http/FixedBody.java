package io.tidemark.source.http;

import java.io.EOFException;
import java.io.IOException;

/** A body of declared length; one that ends early is an error. */
final class FixedBody extends Bodies.Body {

    private final Connection connection;
    private long left;

    FixedBody(Connection connection, long length) {
        this.connection = connection;
        this.left = length;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = connection.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("body ends " + left + " bytes early");
        }
        left -= count;
        return count;
    }

    @Override
    boolean complete() {
        return left == 0;
    }
}
