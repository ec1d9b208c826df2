package io.tidemark.store;

/**
 * A complete, verified file of a staged version.
 *
 * @param identity what upstream promised of it
 * @param mtime nanoseconds since 1970
 * @param from the sealed version it was shared from, empty if it was fetched
 * @param linked whether it has its inode in common with that version
 */
record StagedFile(
        String path,
        String identity,
        String sha256,
        int mode,
        long size,
        long inode,
        long mtime,
        String from,
        boolean linked) {

    /** A file that was fetched, as it lies there now. */
    static StagedFile fetched(String path, String identity, String sha256, Stat stat) {
        return new StagedFile(
                path, identity, sha256, stat.permissions(), stat.size(), stat.inode(), stat.mtime(), "", false);
    }

    /** Whether a name on disk is still this file. */
    boolean is(Stat stat) {
        return stat.isFile() && stat.inode() == inode && stat.size() == size && stat.mtime() == mtime;
    }
}
