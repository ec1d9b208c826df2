package io.tidemark.kind.ostree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes values in GLib's GVariant serialisation, in its normal form. Only what commits are made of.
 */
final class VariantWriter {

    private static final int WIDEST_ALIGNMENT = 8;

    private VariantWriter() {}

    /** A value that is ready: its bytes, how they must lie, and whether every value of its type has that size. */
    record Ready(byte[] bytes, int alignment, boolean fixed) {}

    static Ready text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] ended = Arrays.copyOf(utf8, utf8.length + 1);
        return new Ready(ended, 1, false);
    }

    static Ready bytes(byte[] bytes) {
        return new Ready(bytes, 1, false);
    }

    /** A whole number of 64 bits in network order, as ostree writes times. */
    static Ready big(long number) {
        return new Ready(ByteBuffer.allocate(8).putLong(number).array(), WIDEST_ALIGNMENT, true);
    }

    /** A value of any type. */
    static Ready any(String type, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(value);
        out.write(0);
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        return new Ready(out.toByteArray(), WIDEST_ALIGNMENT, false);
    }

    /** A list of texts. */
    static byte[] texts(List<String> texts) {
        return array(texts.stream().map(VariantWriter::text).toList());
    }

    /** A dictionary from names to values of any type, in its order. */
    static Ready dictionary(Map<String, Ready> values) {
        List<Ready> entries = new ArrayList<>();
        values.forEach((name, value) ->
                entries.add(new Ready(tuple(List.of(text(name), value)), WIDEST_ALIGNMENT, false)));
        return new Ready(array(entries), WIDEST_ALIGNMENT, false);
    }

    /** Values side by side; where each unequal one but the last ends stands at the end, backwards. */
    static byte[] tuple(List<Ready> members) {
        Body body = new Body();
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            body.add(members.get(i));
            if (!members.get(i).fixed() && i < members.size() - 1) {
                ends.addFirst(body.size());
            }
        }
        return body.framed(ends);
    }

    /** Values of one type side by side; where each of them ends stands at the end. */
    static byte[] array(List<Ready> items) {
        Body body = new Body();
        List<Integer> ends = new ArrayList<>();
        for (Ready item : items) {
            body.add(item);
            ends.add(body.size());
        }
        return body.framed(ends);
    }

    private static final class Body {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        int size() {
            return out.size();
        }

        void add(Ready value) {
            while (out.size() % value.alignment() != 0) {
                out.write(0);
            }
            out.writeBytes(value.bytes());
        }

        byte[] framed(List<Integer> ends) {
            int width = width(ends.size());
            for (int end : ends) {
                for (int i = 0; i < width; i++) {
                    out.write(end >> (8 * i));
                }
            }
            return out.toByteArray();
        }

        /** Offsets count themselves into the size that they must be wide enough for. */
        private int width(int count) {
            if (out.size() + count <= 0xff) {
                return 1;
            }
            return out.size() + 2L * count <= 0xffff ? 2 : 4;
        }
    }
}
