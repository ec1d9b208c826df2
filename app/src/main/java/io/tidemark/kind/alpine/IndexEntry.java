package io.tidemark.kind.alpine;

/**
 * One package as an index lists it, checked.
 *
 * @param checksum the {@code C:} field as it stands
 * @param size bytes of the package file
 * @param built build time, seconds of the epoch, 0 where the index does not say
 */
record IndexEntry(String checksum, String name, String version, long size, String origin, long built) {

    String fileName() {
        return name + "-" + version + ".apk";
    }

    /** What the index promises of the file's bytes. */
    String identity() {
        return checksum + ":" + size;
    }
}
