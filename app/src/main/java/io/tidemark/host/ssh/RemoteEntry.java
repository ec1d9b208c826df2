package io.tidemark.host.ssh;

import io.tidemark.model.EntryPath;

/**
 * What a host's file system says of one name; links are not followed.
 *
 * @param name without its directory, in the form that loses nothing
 * @param kind what it is
 * @param size in bytes
 * @param mode permission bits
 * @param mtime last change, seconds since 1970
 */
public record RemoteEntry(EntryPath name, Kind kind, long size, int mode, long mtime) {

    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 07777;
    private static final int HAS_SIZE = 1;
    private static final int HAS_OWNER = 2;
    private static final int HAS_MODE = 4;
    private static final int HAS_TIMES = 8;
    private static final long HAS_MORE = 0x80000000L;

    /** What a name stands for. */
    public enum Kind {
        /** A file with content. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link. */
        LINK,
        /** A device, a pipe, a socket, or nobody knows what. */
        OTHER
    }

    /** Reads what SFTP calls attributes. */
    static RemoteEntry read(EntryPath name, Fields fields) throws BadKey {
        long has = fields.number();
        long size = (has & HAS_SIZE) == 0 ? 0 : fields.large();
        if ((has & HAS_OWNER) != 0) {
            fields.large();
        }
        int mode = (has & HAS_MODE) == 0 ? 0 : (int) fields.number();
        long times = (has & HAS_TIMES) == 0 ? 0 : fields.large();
        long more = (has & HAS_MORE) == 0 ? 0 : fields.number();
        for (long i = 0; i < more; i++) {
            fields.bytes();
            fields.bytes();
        }
        return new RemoteEntry(name, kind(mode), size, mode & PERMISSIONS, times & 0xffffffffL);
    }

    private static Kind kind(int mode) {
        return switch (mode & TYPE) {
            case 0100000 -> Kind.FILE;
            case 0040000 -> Kind.DIRECTORY;
            case 0120000 -> Kind.LINK;
            default -> Kind.OTHER;
        };
    }
}
