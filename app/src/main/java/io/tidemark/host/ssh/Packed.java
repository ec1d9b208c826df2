package io.tidemark.host.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the fields of the SSH protocol (RFC 4251 section 5) one after another. */
final class Packed {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Packed one(int value) {
        out.write(value);
        return this;
    }

    Packed number(long value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array());
        return this;
    }

    Packed large(long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    Packed bytes(byte[] field) {
        number(field.length);
        out.writeBytes(field);
        return this;
    }

    Packed text(String field) {
        return bytes(field.getBytes(StandardCharsets.UTF_8));
    }

    byte[] all() {
        return out.toByteArray();
    }
}
