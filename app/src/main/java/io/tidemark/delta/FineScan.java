package io.tidemark.delta;

/**
 * Searches the gaps between the long matches of one piece for short ones. Where much was searched and nothing found, only
 * samples of what follows are searched. One for each piece; not for several threads.
 */
final class FineScan {

    private static final int CHUNK = 1 << 16;
    private static final int SHORTEST = 12;
    /** Bytes searched before the gain is judged. */
    private static final long TRIAL = 1 << 18;
    /** Less than one byte saved in so many is no gain. */
    private static final long PAYS = 256;
    /** Where it does not pay, every so many chunks one is searched. */
    private static final int SAMPLE = 16;

    private final FineIndex index;
    private final Image old;
    private final Image image;
    private final CopyLog log;
    private final byte[] chunk = new byte[CHUNK + 4 * Long.BYTES];
    private long searched;
    private long saved;
    private long done;
    private long displacement;
    private int skipped;

    FineScan(FineIndex index, Image old, Image image, long start) {
        this.index = index;
        this.old = old;
        this.image = image;
        this.log = new CopyLog(start);
        this.done = start;
    }

    /** Returns the copies of the piece that ends at a place, with short ones between. */
    CopyLog scan(CopyLog coarse, long end) {
        CopyLog.Cursor copy = coarse.read();
        while (copy.next()) {
            gap(copy.to());
            take(copy.from(), copy.to(), copy.length());
        }
        gap(end);
        return log;
    }

    private void gap(long end) {
        if (end - done < SHORTEST) {
            return;
        }
        for (long at = done; at < end; at = Math.max(at + CHUNK, done)) {
            if (pays()) {
                long limit = Math.min(end, at + CHUNK);
                searched += limit - at;
                search(at, limit, end);
            }
        }
    }

    private boolean pays() {
        return searched < TRIAL || saved * PAYS >= searched || skipped++ % SAMPLE == SAMPLE - 1;
    }

    private void search(long from, long to, long end) {
        int loaded = (int) Math.min(image.size() - from, to - from + index.window() - 1);
        image.read(from, chunk, loaded);
        int limit = Math.min((int) (to - from), loaded - index.window() + 1);
        int at = 0;
        while (at < limit) {
            at = next(at, limit);
            if (at < limit) {
                at = found(from + at, end) ? (int) Math.min(limit, done - from) : at + 1;
            }
        }
    }

    /** The next place whose window may be known. */
    private int next(int from, int limit) {
        long[] words = index.filter().words();
        int shift = index.filter().shift();
        byte[] bytes = chunk;
        int at = from;
        while (at < limit) {
            long bit = index.sum(bytes, at) >>> shift;
            if ((words[(int) (bit >>> 6)] & 1L << bit) != 0) {
                return at;
            }
            at++;
        }
        return limit;
    }

    private boolean found(long at, long end) {
        long sum = sumAt(at);
        long best = 0;
        long bestBack = 0;
        long bestFrom = 0;
        for (int way = -1; way < FineIndex.WAYS; way++) {
            long place = way < 0 ? at + displacement : index.place(sum, way);
            if (place >= 0 && place < old.size()) {
                long forth = equal(place, at, end - at);
                long back = forth < Long.BYTES ? 0 : Image.equalBefore(old, place, image, at, at - done);
                if (forth + back > best) {
                    best = forth + back;
                    bestBack = back;
                    bestFrom = place - back;
                }
            }
        }
        if (best < SHORTEST) {
            return false;
        }
        saved += best;
        take(bestFrom, at - bestBack, best);
        return true;
    }

    private long sumAt(long at) {
        byte[] window = new byte[index.window()];
        image.read(at, window, window.length);
        return index.sum(window, 0);
    }

    /** Most matches are short: a few words are compared before anything else. */
    private long equal(long place, long at, long limit) {
        long most = Math.min(limit, Math.min(old.size() - place, image.size() - at));
        long n = 0;
        while (n + Long.BYTES <= most && n < 128) {
            long differ = old.word(place + n) ^ image.word(at + n);
            if (differ != 0) {
                return n + Long.numberOfTrailingZeros(differ) / Byte.SIZE;
            }
            n += Long.BYTES;
        }
        return n + Image.equal(old, place + n, image, at + n, most - n);
    }

    private void take(long from, long to, long length) {
        log.add(from, to, length);
        done = to + length;
        displacement = from - to;
    }
}
