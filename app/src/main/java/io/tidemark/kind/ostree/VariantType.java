package io.tidemark.kind.ostree;

import java.util.ArrayList;
import java.util.List;

/**
 * A type of GLib's GVariant serialisation, from its type string.
 *
 * @param text the type string
 * @param code first character: {@code (} for tuples, <code>{</code> for entries of dictionaries, {@code a} for arrays
 * @param members what it holds, empty for basic types
 * @param alignment 1, 2, 4 or 8
 * @param size bytes of every value, 0 where values differ in size
 */
record VariantType(String text, char code, List<VariantType> members, int alignment, int size) {

    private static final int LONGEST = 255;
    private static final int DEEPEST = 16;

    VariantType {
        members = List.copyOf(members);
    }

    /** The one type that the whole string tells. */
    static VariantType of(String text) throws Malformed {
        if (text.length() > LONGEST) {
            throw new Malformed("type string of " + text.length() + " characters");
        }
        Cursor cursor = new Cursor(text);
        VariantType type = cursor.next(0);
        if (cursor.at != text.length()) {
            throw new Malformed("type string goes on after its end");
        }
        return type;
    }

    boolean isArray() {
        return code == 'a';
    }

    boolean isTuple() {
        return code == '(' || code == '{';
    }

    VariantType element() {
        return members.getFirst();
    }

    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        private char take() throws Malformed {
            if (at >= text.length()) {
                throw new Malformed("type string ends early");
            }
            return text.charAt(at++);
        }

        VariantType next(int depth) throws Malformed {
            if (depth > DEEPEST) {
                throw new Malformed("types nested too deeply");
            }
            int start = at;
            char code = take();
            return switch (code) {
                case 'y', 'b' -> basic(code, 1, 1);
                case 'n', 'q' -> basic(code, 2, 2);
                case 'i', 'u', 'h' -> basic(code, 4, 4);
                case 'x', 't', 'd' -> basic(code, 8, 8);
                case 's', 'o', 'g' -> basic(code, 1, 0);
                case 'v' -> basic(code, 8, 0);
                case 'a', 'm' -> {
                    VariantType element = next(depth + 1);
                    yield new VariantType(text.substring(start, at), code, List.of(element), element.alignment(), 0);
                }
                case '(' -> tuple(start, ')', depth);
                case '{' -> tuple(start, '}', depth);
                default -> throw new Malformed("unknown type");
            };
        }

        private VariantType tuple(int start, char end, int depth) throws Malformed {
            List<VariantType> members = new ArrayList<>();
            while (at < text.length() && text.charAt(at) != end) {
                members.add(next(depth + 1));
            }
            take();
            int alignment =
                    members.stream().mapToInt(VariantType::alignment).max().orElse(1);
            return new VariantType(text.substring(start, at), text.charAt(start), members, alignment, fixed(members));
        }

        /** Bytes of a tuple whose members all have one size, padded to its alignment. */
        private static int fixed(List<VariantType> members) {
            int size = 0;
            int widest = 1;
            for (VariantType each : members) {
                if (each.size() == 0) {
                    return 0;
                }
                size = Variant.aligned(size, each.alignment()) + each.size();
                widest = Math.max(widest, each.alignment());
            }
            return Math.max(1, Variant.aligned(size, widest));
        }

        private static VariantType basic(char code, int alignment, int size) {
            return new VariantType(String.valueOf(code), code, List.of(), alignment, size);
        }
    }
}
