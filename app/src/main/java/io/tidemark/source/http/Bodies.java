package io.tidemark.source.http;

import java.io.InputStream;

/** Chooses how the body of an answer ends (RFC 9112, section 6.3). */
final class Bodies {

    private Bodies() {}

    static Body of(String method, Head head, Connection connection) throws HttpFault {
        boolean empty = method.equals("HEAD") || head.status() == 204 || head.status() == 304;
        if (empty) {
            return new FixedBody(connection, 0);
        } else if (head.chunked()) {
            return new ChunkedBody(connection);
        }
        long length = head.length();
        return length < 0 ? new OpenBody(connection) : new FixedBody(connection, length);
    }

    /** The bytes of one answer. */
    abstract static sealed class Body extends InputStream permits FixedBody, ChunkedBody, OpenBody {

        /** Whether the end was reached such that the connection may carry another request. */
        abstract boolean complete();

        @Override
        public int read() throws java.io.IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public abstract int read(byte[] target, int offset, int length) throws java.io.IOException;
    }
}
