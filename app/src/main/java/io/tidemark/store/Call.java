package io.tidemark.store;

/** A kind of call that changes the disk; what a {@link DiskFaults} can be asked to make fail. */
enum Call {
    CREATE,
    WRITE,
    TRUNCATE,
    CHMOD,
    CHOWN,
    UTIME,
    MKDIR,
    LINK,
    SYMLINK,
    RENAME,
    UNLINK,
    FSYNC,
    SYNCFS,
    CLONE
}
