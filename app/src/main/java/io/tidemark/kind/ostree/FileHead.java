package io.tidemark.kind.ostree;

import io.tidemark.model.ManifestEntry;

/**
 * What stands before the content of a file object in an archive: {@code (tuuuusa(ayay))} after its length.
 *
 * @param size bytes of the content
 * @param mode with the bits of its type
 * @param target of a symbolic link, else empty
 */
record FileHead(long size, long uid, long gid, int mode, String target) {

    static final int LENGTHS = 8;
    private static final int TYPE_BITS = 0xf000;
    private static final int LINK = 0xa000;

    static FileHead read(byte[] header) throws Malformed {
        Variant all = Variant.of("(tuuuusa(ayay))", header);
        FileHead head = new FileHead(
                all.child(0).big(),
                all.child(1).big(),
                all.child(2).big(),
                (int) all.child(3).big(),
                all.child(5).string());
        if (head.size() < 0) {
            throw new Malformed("size of a file below zero");
        }
        return head;
    }

    ManifestEntry.Type type() {
        return (mode & TYPE_BITS) == LINK ? ManifestEntry.Type.SYMLINK : ManifestEntry.Type.FILE;
    }
}
