package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Optional;

/**
 * Inode and modification time of everything in one sealed version: the first row is its top directory, then each file
 * and directory in the order of the manifest. Lies as {@code inodes} beside the manifest. A row of inode 0 says that
 * nothing is known.
 */
final class LedgerRows {

    static final String FILE = "inodes";

    private static final String KIND = "inodes";
    private static final int LARGEST = 1 << 30;

    private final long[] words;

    private LedgerRows(long[] words) {
        this.words = words;
    }

    /** Rows of which nothing is known yet. */
    static LedgerRows unknown(int count) {
        return new LedgerRows(new long[2 * count]);
    }

    /** The rows of a version; all unknown if there are none of that number. */
    static LedgerRows read(Home home, Dir version, int count) throws ProblemException {
        Optional<LedgerPairs> pairs =
                home.read(version, FILE, LARGEST).flatMap(bytes -> LedgerPairs.decode(KIND, bytes));
        return pairs.map(LedgerPairs::words)
                .filter(words -> words.length == 2 * count)
                .map(LedgerRows::new)
                .orElseGet(() -> unknown(count));
    }

    /** The file's content. */
    byte[] encode() {
        return new LedgerPairs(0, words).encode(KIND);
    }

    int count() {
        return words.length / 2;
    }

    long inode(int row) {
        return words[2 * row];
    }

    long mtime(int row) {
        return words[2 * row + 1];
    }

    /** Notes one row; rows may be noted by several threads at once. */
    void set(int row, Stat stat) {
        words[2 * row] = stat.inode();
        words[2 * row + 1] = stat.mtime();
    }

    /** Forgets all of a row: whatever is there will be read. */
    void forgetWhole(int row) {
        words[2 * row] = 0;
        words[2 * row + 1] = 0;
    }

    /** Forgets which inode a row was, but not its time. */
    void forget(int row) {
        words[2 * row] = 0;
    }
}
