package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The change time of every inode that sealed versions consist of, in {@code .tidemark/ledger}. It is kept once for each
 * inode and not for each version, because making or removing a link changes it for all versions that share the inode.
 * Numbers of inodes mean something on one file system only: where {@code .tidemark/} itself has another one than when the
 * table was written, nothing is known. Safe for all threads.
 */
final class LedgerTable {

    static final String FILE = "ledger";

    /** The time of an inode of which nothing is known, or not any more. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final long GONE = Long.MIN_VALUE + 1;
    private static final String KIND = "ledger";
    private static final int LARGEST = 1 << 30;

    private final long home;
    private final long[] inodes;
    private final long[] times;
    private final Map<Long, Long> fresh = new ConcurrentHashMap<>();

    private LedgerTable(long home, long[] words) {
        this.home = home;
        inodes = new long[words.length / 2];
        times = new long[words.length / 2];
        for (int i = 0; i < inodes.length; i++) {
            inodes[i] = words[2 * i];
            times[i] = words[2 * i + 1];
        }
    }

    /** Reads it; empty if there is none, or if it is of another place. */
    static LedgerTable read(Home home) throws ProblemException {
        long place = home.own.stat().inode();
        Optional<LedgerPairs> pairs =
                home.read(home.own, FILE, LARGEST).flatMap(bytes -> LedgerPairs.decode(KIND, bytes));
        long[] words =
                pairs.filter(p -> p.mark() == place).map(LedgerPairs::words).orElseGet(() -> new long[0]);
        return new LedgerTable(place, words);
    }

    /** When the inode changed last, as far as is known. */
    long time(long inode) {
        int at = Arrays.binarySearch(inodes, inode);
        long time = at >= 0 ? times[at] : fresh.getOrDefault(inode, UNKNOWN);
        return time == GONE ? UNKNOWN : time;
    }

    void put(long inode, long time) {
        int at = Arrays.binarySearch(inodes, inode);
        if (at >= 0) {
            times[at] = time;
        } else {
            fresh.put(inode, time);
        }
    }

    /** The inode is no more. */
    void remove(long inode) {
        if (time(inode) != UNKNOWN) {
            put(inode, GONE);
        }
    }

    /** Replaces the file; durable on return. */
    void write(Home target) throws ProblemException {
        long[][] pairs = pairs();
        long[] words = new long[2 * pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            words[2 * i] = pairs[i][0];
            words[2 * i + 1] = pairs[i][1];
        }
        target.replace(target.own, FILE, new LedgerPairs(home, words).encode(KIND));
    }

    private long[][] pairs() {
        var old = IntStream.range(0, inodes.length).mapToObj(i -> new long[] {inodes[i], times[i]});
        var more = fresh.entrySet().stream().map(e -> new long[] {e.getKey(), e.getValue()});
        return Stream.concat(old, more)
                .filter(pair -> pair[1] != GONE)
                .sorted((a, b) -> Long.compare(a[0], b[0]))
                .toArray(long[][]::new);
    }
}
