package io.tidemark.kind.ostree;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Finds out which key a detached signature names (RFC 9580, sections 4.2 and 5.2.3). */
final class OpenPgp {

    private static final int SIGNATURE = 2;
    private static final int ISSUER = 16;
    private static final int FINGERPRINT = 33;

    private OpenPgp() {}

    /** Upper-case hex of the fingerprint, of the key id where there is no more, or empty. */
    static String issuer(byte[] signature) {
        try {
            ByteBuffer packet = ByteBuffer.wrap(signature);
            int tag = packet.get() & 0xff;
            boolean modern = (tag & 0x40) != 0;
            if ((modern ? tag & 0x3f : (tag >> 2) & 0xf) != SIGNATURE) {
                return "";
            }
            skipLength(packet, modern, tag & 3);
            return packet.get() == 4 ? fromParts(packet) : "";
        } catch (BufferUnderflowException | IllegalArgumentException brokenOff) {
            return "";
        }
    }

    private static String fromParts(ByteBuffer packet) {
        skip(packet, 3);
        String hashed = named(part(packet));
        return hashed.isEmpty() ? named(part(packet)) : hashed;
    }

    private static ByteBuffer part(ByteBuffer packet) {
        int length = packet.getShort() & 0xffff;
        ByteBuffer part = packet.slice(packet.position(), Math.min(length, packet.remaining()));
        skip(packet, part.capacity());
        return part;
    }

    private static String named(ByteBuffer part) {
        String key = "";
        while (part.hasRemaining()) {
            int length = length(part);
            int type = part.get() & 0x7f;
            byte[] value = new byte[Math.clamp(length - 1L, 0, part.remaining())];
            part.get(value);
            if (type == FINGERPRINT && value.length > 1) {
                return HexFormat.of().withUpperCase().formatHex(value, 1, value.length);
            } else if (type == ISSUER) {
                key = HexFormat.of().withUpperCase().formatHex(value);
            }
        }
        return key;
    }

    private static int length(ByteBuffer in) {
        int first = in.get() & 0xff;
        if (first < 192) {
            return first;
        }
        return first < 255 ? (first - 192 << 8) + (in.get() & 0xff) + 192 : in.getInt();
    }

    private static void skipLength(ByteBuffer packet, boolean modern, int type) {
        if (modern) {
            length(packet);
        } else {
            skip(packet, 1 << type);
        }
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }
}
