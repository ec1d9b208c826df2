package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds files that left one path and appeared at another: not empty, with equal digest, the first that came with the
 * first that went. Digests are kept as their first 128 bits and paths packed, and after {@value #MOST} files or {@value
 * #MOST_BYTES} bytes of paths no more are remembered, so that memory is bounded; what is not remembered counts as
 * removed and added. For one thread.
 */
final class ManifestMoves {

    private static final int MOST = 2_000_000;
    private static final int MOST_BYTES = 1 << 27;

    private final Digests128 removed = new Digests128();
    private final Digests128 added = new Digests128();
    private byte[] paths = new byte[1 << 12];
    private int[] pathEnds = new int[64];
    private int[] sources = new int[0];
    private boolean full;
    private final BitSet moved = new BitSet();

    /** Whether a file can be recognised at another path at all. */
    static boolean eligible(ManifestEntry entry) {
        return entry.type() == Type.FILE && entry.size() > 0;
    }

    /** An eligible file is gone; called in path order. */
    void removed(ManifestEntry entry) {
        byte[] path = entry.path().bytes();
        int start = removed.count == 0 ? 0 : pathEnds[removed.count - 1];
        full |= removed.count == MOST || path.length > MOST_BYTES - start;
        if (full) {
            return;
        }
        if (paths.length < start + path.length) {
            paths = Arrays.copyOf(paths, Math.max(2 * paths.length, start + path.length));
        }
        if (pathEnds.length == removed.count) {
            pathEnds = Arrays.copyOf(pathEnds, 2 * pathEnds.length);
        }
        System.arraycopy(path, 0, paths, start, path.length);
        pathEnds[removed.count] = start + path.length;
        removed.add(entry.sha256());
    }

    /** An eligible file has come; called in path order. */
    void added(ManifestEntry entry) {
        if (added.count < MOST) {
            added.add(entry.sha256());
        }
    }

    /** Pairs them, after all were told. */
    void match() {
        int[] next = new int[removed.count];
        int[] heads = new int[Integer.highestOneBit(Math.max(2, removed.count)) * 4];
        Arrays.fill(heads, -1);
        for (int i = removed.count - 1; i >= 0; i--) {
            int slot = slot(heads, removed.high(i), removed.low(i));
            next[i] = heads[slot];
            heads[slot] = i;
        }
        pair(heads, next);
    }

    private void pair(int[] heads, int[] next) {
        boolean[] spent = new boolean[heads.length];
        sources = new int[added.count];
        for (int i = 0; i < added.count; i++) {
            int slot = slot(heads, added.high(i), added.low(i));
            int source = spent[slot] ? -1 : heads[slot];
            sources[i] = source;
            if (source >= 0) {
                moved.set(source);
                spent[slot] = next[source] < 0;
                heads[slot] = spent[slot] ? source : next[source];
            }
        }
    }

    /** The slot of a digest: the one whose chain has it, or the free one where it would go. */
    private int slot(int[] heads, long high, long low) {
        int mask = heads.length - 1;
        int slot = (int) high & mask;
        while (heads[slot] >= 0 && (removed.high(heads[slot]) != high || removed.low(heads[slot]) != low)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Whether the n-th removed file appeared elsewhere. */
    boolean isMoved(int n) {
        return moved.get(n);
    }

    /** Where the n-th added file was before, or empty. */
    String from(int n) {
        if (n >= sources.length || sources[n] < 0) {
            return "";
        }
        int source = sources[n];
        int start = source == 0 ? 0 : pathEnds[source - 1];
        return EntryPath.ofBytes(Arrays.copyOfRange(paths, start, pathEnds[source]))
                .text();
    }

    /** The first half of many SHA-256 digests. */
    private static final class Digests128 {

        private long[] words = new long[128];
        private int count;

        void add(String sha256) {
            if (words.length == 2 * count) {
                words = Arrays.copyOf(words, 2 * words.length);
            }
            words[2 * count] = Long.parseUnsignedLong(sha256, 0, 16, 16);
            words[2 * count + 1] = Long.parseUnsignedLong(sha256, 16, 32, 16);
            count++;
        }

        long high(int n) {
            return words[2 * n];
        }

        long low(int n) {
            return words[2 * n + 1];
        }
    }
}
