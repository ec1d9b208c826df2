package io.tidemark.delta;

/**
 * Finds long matches of one piece of the new image: a window rolls over bytes that no match covers; a known window is
 * compared and grown both ways. After a match the same displacement is tried again first, for most changes are small.
 * One for each piece; not for several threads.
 */
final class CoarseScan {

    private static final int CHUNK = 1 << 16;
    private static final int RESUME = 32;
    private static final int SHORTEST = 24;
    private static final int SHORTEST_RESUMED = 16;
    /** A match this long is good enough; others are not looked at. */
    private static final long LONG_ENOUGH = 1 << 16;

    private final AnchorIndex index;
    private final Image old;
    private final Image image;
    private final long end;
    private final CopyLog log;
    private final long[] places = new long[4];
    private final byte[] chunk;
    private long base;
    private int loaded;
    private long rolling;
    private long done;
    private long displacement;

    CoarseScan(AnchorIndex index, Image old, Image image, long start, long end) {
        this.index = index;
        this.old = old;
        this.image = image;
        this.end = end;
        this.log = new CopyLog(start);
        this.chunk = new byte[(int) Math.min(CHUNK, end - start) + Rolling.WINDOW];
        this.done = start;
    }

    /** Scans the piece and returns its copies. */
    CopyLog scan() {
        begin();
        long at = done;
        while (load(at)) {
            int limit = (int) Math.min(loaded - Rolling.WINDOW + 1, end - base);
            int found = roll((int) (at - base), limit);
            at = base + found;
            if (found < limit) {
                at = take(at) ? done : at + 1;
            }
        }
        return log;
    }

    /** Most pieces of most images are where they were. */
    private void begin() {
        long length = done < old.size() ? Image.equal(old, done, image, done, end - done) : 0;
        if (length >= Rolling.WINDOW) {
            copy(done, done, length);
        }
        resume();
    }

    /** Fills the chunk from a place of the new image on; false where no window is left in the piece. */
    private boolean load(long at) {
        if (at >= end || at + Rolling.WINDOW > image.size()) {
            return false;
        }
        if (at < base || at + Rolling.WINDOW > base + loaded) {
            base = at;
            loaded = (int) Math.min(chunk.length, image.size() - at);
            image.read(at, chunk, loaded);
        }
        rolling = Rolling.of(chunk, (int) (at - base));
        return true;
    }

    /** Rolls from one window to the next until one may be known; returns where it is, or the limit. */
    private int roll(int from, int limit) {
        long[] words = index.filter().words();
        int shift = index.filter().shift();
        byte[] bytes = chunk;
        long sum = rolling;
        int at = from;
        while (at < limit) {
            long bit = sum >>> shift;
            if ((words[(int) (bit >>> 6)] & 1L << bit) != 0 && index.knows(sum)) {
                break;
            }
            if (at + 1 < limit) {
                sum = sum * Rolling.BASE + bytes[at + Rolling.WINDOW] - bytes[at] * Rolling.LEAVING;
            }
            at++;
        }
        rolling = sum;
        return at;
    }

    private boolean take(long at) {
        byte value = image.at(at);
        if (rolling == Rolling.ofConstant(value) && index.runs().length(value) > 0) {
            return takeRun(at, value);
        }
        int count = index.find(rolling, places);
        long best = 0;
        long bestFrom = 0;
        long bestTo = 0;
        for (int i = 0; i < count && best < LONG_ENOUGH; i++) {
            long forth = Image.equal(old, places[i], image, at, end - at);
            if (forth >= Rolling.WINDOW || forth == end - at) {
                long back = Image.equalBefore(old, places[i], image, at, at - done);
                if (back + forth > best) {
                    best = back + forth;
                    bestFrom = places[i] - back;
                    bestTo = at - back;
                }
            }
        }
        if (best < SHORTEST) {
            return false;
        }
        copy(bestFrom, bestTo, best);
        resume();
        return true;
    }

    /** Copies bytes of one value from the longest run of it, several times where that is shorter. */
    private boolean takeRun(long at, byte value) {
        long count = 1 + Image.equal(image, at, image, at + 1, end - at - 1);
        if (count < SHORTEST) {
            return false;
        }
        long back = before(at, value);
        long to = at - back;
        for (long left = count + back; left > 0; ) {
            long part = Math.min(left, index.runs().length(value));
            copy(index.runs().place(value, to, part), to, part);
            to += part;
            left -= part;
        }
        resume();
        return true;
    }

    private long before(long at, byte value) {
        long n = 0;
        while (at - n > done && image.at(at - n - 1) == value) {
            n++;
        }
        return n;
    }

    private void copy(long from, long to, long length) {
        log.add(from, to, length);
        done = to + length;
        displacement = from - to;
    }

    /** Goes on with the last displacement behind bytes that differ, as long as that finds anything. */
    private void resume() {
        long skip = skip();
        while (skip > 0) {
            long to = done + skip;
            long length = Image.equal(old, to + displacement, image, to, end - to);
            if (length < SHORTEST_RESUMED) {
                return;
            }
            copy(to + displacement, to, length);
            skip = skip();
        }
    }

    /** How many bytes on both sides agree again, 0 where they do not soon. */
    private long skip() {
        long limit = Math.min(end, old.size() - displacement) - Long.BYTES - done;
        for (int n = 1; n <= Math.min(limit, RESUME); n++) {
            if (done + displacement + n >= 0 && old.word(done + displacement + n) == image.word(done + n)) {
                return n;
            }
        }
        return 0;
    }
}
