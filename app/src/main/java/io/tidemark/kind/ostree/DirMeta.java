package io.tidemark.kind.ostree;

/**
 * Owner and mode of a directory: {@code (uuua(ayay))}.
 *
 * @param mode with the bits of its type
 * @param attributes number of extended attributes
 */
record DirMeta(long uid, long gid, int mode, int attributes) {

    static DirMeta read(byte[] object) throws Malformed {
        Variant all = Variant.of("(uuua(ayay))", object);
        return new DirMeta(
                all.child(0).big(),
                all.child(1).big(),
                (int) all.child(2).big(),
                all.child(3).count());
    }
}
