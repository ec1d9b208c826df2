package io.tidemark.store;

/**
 * The flags of {@code open} as this kind of machine numbers them (asm/fcntl.h).
 *
 * @param isDirectory {@code O_DIRECTORY}
 * @param noFollow {@code O_NOFOLLOW}
 */
record OpenFlags(int isDirectory, int noFollow) {

    private static final int WRITE_ONLY = 1;
    private static final int CREATE = 0100;
    private static final int EXCLUSIVE = 0200;
    private static final int NON_BLOCKING = 04000;
    private static final int CLOSE_ON_EXEC = 02000000;

    static OpenFlags ofMachine() {
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        return arm ? new OpenFlags(040000, 0100000) : new OpenFlags(0200000, 0400000);
    }

    int directory() {
        return isDirectory | noFollow | CLOSE_ON_EXEC;
    }

    int read() {
        return noFollow | NON_BLOCKING | CLOSE_ON_EXEC;
    }

    int write() {
        return WRITE_ONLY | noFollow | NON_BLOCKING | CLOSE_ON_EXEC;
    }

    int create() {
        return WRITE_ONLY | CREATE | EXCLUSIVE | noFollow | CLOSE_ON_EXEC;
    }
}
