package io.tidemark.kind.ostree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value in GLib's GVariant serialisation ("GVariant Specification 1.0"), read where it lies. Every offset is checked before
 * it is followed; values are found when they are asked for, so that hostile bytes cost no more than their own length.
 *
 * @param type what it is
 * @param data the bytes it lies in; not to be changed
 * @param start where it begins
 * @param end where it ends, exclusive
 */
record Variant(VariantType type, byte[] data, int start, int end) {

    /** All bytes as one value. */
    static Variant of(String type, byte[] data) throws Malformed {
        return checked(VariantType.of(type), data, 0, data.length);
    }

    static int aligned(int offset, int alignment) {
        return (offset + alignment - 1) & -alignment;
    }

    int size() {
        return end - start;
    }

    /** Number of values in an array or tuple. */
    int count() throws Malformed {
        if (type.isTuple()) {
            return type.members().size();
        } else if (!type.isArray()) {
            throw wrong("container");
        } else if (size() == 0) {
            return 0;
        } else if (type.element().size() > 0) {
            return whole(size(), type.element().size());
        }
        return whole(size() - table(), width());
    }

    /** A value of an array or tuple, counted from 0. */
    Variant child(int index) throws Malformed {
        if (index < 0 || index >= count()) {
            throw new Malformed("no value " + index + " in " + type.text());
        }
        return type.isTuple() ? member(index) : item(index);
    }

    /** What a value of any type holds. */
    Variant inner() throws Malformed {
        if (type.code() != 'v') {
            throw wrong("v");
        }
        for (int zero = end - 1; zero >= start; zero--) {
            if (data[zero] == 0) {
                String text = new String(data, zero + 1, end - zero - 1, StandardCharsets.ISO_8859_1);
                return checked(VariantType.of(text), data, start, zero);
            }
        }
        throw new Malformed("value of any type without a type");
    }

    /** A text. */
    String string() throws Malformed {
        if (type.code() != 's' || size() == 0 || data[end - 1] != 0) {
            throw wrong("s");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data, start, size() - 1))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed("text that is not UTF-8");
        }
        throw new Malformed("text with a zero inside");
    }

    /** A copy of the bytes of the value itself. */
    byte[] bytes() {
        return Arrays.copyOfRange(data, start, end);
    }

    /** A whole number that the writer put down in network order, as ostree does. */
    long big() throws Malformed {
        if (type.size() == 0 || !type.members().isEmpty()) {
            throw wrong("number");
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            value = value << 8 | data[i] & 0xff;
        }
        return value;
    }

    /** The values of a dictionary from names to values of any type; what stands twice counts as it stands first. */
    Map<String, Variant> dictionary() throws Malformed {
        Map<String, Variant> values = new LinkedHashMap<>();
        for (int i = 0; i < count(); i++) {
            Variant entry = child(i);
            values.putIfAbsent(entry.child(0).string(), entry.child(1));
        }
        return values;
    }

    private Variant item(int index) throws Malformed {
        VariantType element = type.element();
        if (element.size() > 0) {
            int at = start + index * element.size();
            return checked(element, data, at, at + element.size());
        }
        int table = table();
        int from = index == 0 ? 0 : aligned(offset(start + table + (index - 1) * width()), element.alignment());
        return slice(element, from, offset(start + table + index * width()), table);
    }

    private Variant member(int index) throws Malformed {
        int at = 0;
        int offsets = 0;
        for (int i = 0; ; i++) {
            VariantType each = type.members().get(i);
            int from = aligned(at, each.alignment());
            boolean last = i == type.members().size() - 1;
            if (each.size() > 0) {
                at = from + each.size();
            } else if (last) {
                at = size() - offsets * width();
            } else {
                offsets++;
                at = offset(end - offsets * width());
            }
            if (i == index) {
                return slice(each, from, at, size());
            }
        }
    }

    /** Where, counted from the start, the offsets of an array of unequal values begin: what the last of them says. */
    private int table() throws Malformed {
        int table = offset(end - width());
        if (table > size() - width()) {
            throw new Malformed("offset beyond the end of " + type.text());
        }
        return table;
    }

    /** Offsets are as wide as the size of what holds them needs. */
    private int width() {
        return size() <= 0xff ? 1 : size() <= 0xffff ? 2 : 4;
    }

    private int offset(int at) throws Malformed {
        if (at < start || at + width() > end) {
            throw new Malformed("no room for an offset in " + type.text());
        }
        long value = 0;
        for (int i = width() - 1; i >= 0; i--) {
            value = value << 8 | data[at + i] & 0xff;
        }
        if (value > size()) {
            throw new Malformed("offset beyond the end of " + type.text());
        }
        return (int) value;
    }

    private Variant slice(VariantType of, int from, int to, int most) throws Malformed {
        if (from < 0 || from > to || to > most) {
            throw new Malformed("values of " + type.text() + " overlap");
        }
        return checked(of, data, start + from, start + to);
    }

    private static Variant checked(VariantType type, byte[] data, int start, int end) throws Malformed {
        if (start > end || end > data.length || type.size() > 0 && end - start != type.size()) {
            throw new Malformed("wrong size for " + type.text());
        }
        return new Variant(type, data, start, end);
    }

    private int whole(int bytes, int each) throws Malformed {
        if (bytes % each != 0) {
            throw new Malformed("size of " + type.text() + " is no multiple of its values");
        }
        return bytes / each;
    }

    private Malformed wrong(String wanted) {
        return new Malformed("value of " + type.text() + " where " + wanted + " is expected");
    }
}
