package io.tidemark.host.ssh;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of the SSH protocol (RFC 4251 section 5) one after another, never beyond the end. */
final class Fields {

    private final ByteBuffer rest;

    Fields(byte[] bytes) {
        rest = ByteBuffer.wrap(bytes);
    }

    boolean atEnd() {
        return !rest.hasRemaining();
    }

    /** How many bytes were read. */
    int position() {
        return rest.position();
    }

    byte one() throws BadKey {
        return take(1)[0];
    }

    long number() throws BadKey {
        return Integer.toUnsignedLong(ByteBuffer.wrap(take(4)).getInt());
    }

    /** An unsigned number of 64 bits. */
    long large() throws BadKey {
        return ByteBuffer.wrap(take(8)).getLong();
    }

    byte[] bytes() throws BadKey {
        long length = number();
        if (length > rest.remaining()) {
            throw new BadKey("a field of " + length + " bytes where " + rest.remaining() + " are left");
        }
        return take((int) length);
    }

    String text() throws BadKey {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes()));
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new BadKey("a name that is not UTF-8");
        }
    }

    /** A list of texts packed into one field. */
    List<String> texts() throws BadKey {
        Fields inner = new Fields(bytes());
        List<String> all = new ArrayList<>();
        while (!inner.atEnd()) {
            all.add(inner.text());
        }
        return all;
    }

    byte[] take(int count) throws BadKey {
        try {
            byte[] taken = new byte[count];
            rest.get(taken);
            return taken;
        } catch (BufferUnderflowException e) {
            throw new BadKey("it ends too early");
        }
    }
}
