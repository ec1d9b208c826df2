package io.tidemark.host.publish;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** A tree on a host as it was listed: what lies at each path. Hostile until compared with a manifest. */
record Nodes(Map<EntryPath, Node> byPath) {

    private static final int WORDS = 4;
    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 07777;

    /**
     * One entry.
     *
     * @param type what it is; null for what no version may hold
     * @param file device and number: names with the same one are one file
     * @param links how many names the file has
     * @param target what a symbolic link says, in the form of {@link EntryPath}
     */
    record Node(Type type, int mode, long size, String file, long links, String target) {

        /** Whether it is what a manifest says, as far as that can be seen without reading it. */
        boolean looksLike(ManifestEntry entry) {
            return type == entry.type()
                    && switch (entry.type()) {
                        case FILE -> size == entry.size() && mode == entry.mode();
                        case DIRECTORY -> true;
                        case SYMLINK -> target.equals(entry.target());
                    };
        }
    }

    /** Nothing at all. */
    static Nodes none() {
        return new Nodes(Map.of());
    }

    /**
     * Takes apart what the small program said.
     *
     * @throws NoSuchElementException if it is nothing that it says
     */
    static Nodes read(byte[] said) {
        Map<EntryPath, Node> nodes = new HashMap<>();
        Fields fields = new Fields(said);
        while (fields.more()) {
            byte[] first = fields.raw();
            int end = 0;
            while (end < first.length && first[end] != '\n') {
                end++;
            }
            if (end == first.length) {
                throw new NoSuchElementException("an entry without a line of its own");
            }
            String[] words = new String(first, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
            EntryPath path = EntryPath.ofBytes(Arrays.copyOfRange(first, end + 1, first.length));
            nodes.put(path, node(words, EntryPath.ofBytes(fields.raw()).text()));
        }
        return new Nodes(nodes);
    }

    private static Node node(String[] words, String target) {
        if (words.length != WORDS || words[0].length() < 2) {
            throw new NoSuchElementException("an entry of another form");
        }
        try {
            boolean hex = words[0].charAt(0) == 'x';
            int mode = Integer.parseInt(words[0].substring(1), hex ? 16 : 8);
            Type type = hex ? type(mode) : type(words[0].charAt(0));
            return new Node(
                    type, mode & PERMISSIONS, Fields.number(words[1]), words[2], Fields.number(words[3]), target);
        } catch (NumberFormatException e) {
            throw new NoSuchElementException("a mode that is none", e);
        }
    }

    private static Type type(int mode) {
        return switch (mode & TYPE) {
            case 0100000 -> Type.FILE;
            case 0040000 -> Type.DIRECTORY;
            case 0120000 -> Type.SYMLINK;
            default -> null;
        };
    }

    private static Type type(char letter) {
        return switch (letter) {
            case 'f' -> Type.FILE;
            case 'd' -> Type.DIRECTORY;
            case 'l' -> Type.SYMLINK;
            default -> null;
        };
    }
}
