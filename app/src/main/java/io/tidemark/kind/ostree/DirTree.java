package io.tidemark.kind.ostree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One directory: {@code (a(say)a(sayay))}, names ascending by their bytes and each one only once.
 *
 * @param files regular files and links
 * @param directories directories
 */
record DirTree(List<Entry> files, List<Entry> directories) {

    private static final String TYPE = "(a(say)a(sayay))";
    private static final int LONGEST_NAME = 255;

    DirTree {
        files = List.copyOf(files);
        directories = List.copyOf(directories);
    }

    /**
     * A name in a directory.
     *
     * @param object the file, or the directory's content
     * @param meta owner and mode of a directory; the file itself for files, which carry their own
     */
    record Entry(String name, Checksum object, Checksum meta) {

        boolean same(Entry other) {
            return object.equals(other.object) && meta.equals(other.meta);
        }
    }

    static DirTree read(byte[] object) throws Malformed {
        Variant all = Variant.of(TYPE, object);
        DirTree tree = new DirTree(entries(all.child(0), 1), entries(all.child(1), 2));
        ascending(tree.files());
        ascending(tree.directories());
        return tree;
    }

    private static List<Entry> entries(Variant list, int meta) throws Malformed {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < list.count(); i++) {
            Variant each = list.child(i);
            entries.add(new Entry(name(each.child(0)), Checksum.of(each.child(1)), Checksum.of(each.child(meta))));
        }
        return entries;
    }

    /** As libostree's {@code ot_util_filename_validate}. */
    private static String name(Variant text) throws Malformed {
        String name = text.string();
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
            throw new Malformed("name in a directory that leads out of it");
        } else if (text.size() > LONGEST_NAME + 1) {
            throw new Malformed("name in a directory longer than " + LONGEST_NAME + " bytes");
        }
        return name;
    }

    private static void ascending(List<Entry> entries) throws Malformed {
        for (int i = 1; i < entries.size(); i++) {
            if (compare(entries.get(i - 1), entries.get(i)) >= 0) {
                throw new Malformed("names in a directory out of order");
            }
        }
    }

    static int compare(Entry a, Entry b) {
        return Arrays.compareUnsigned(
                a.name().getBytes(StandardCharsets.UTF_8), b.name().getBytes(StandardCharsets.UTF_8));
    }
}
