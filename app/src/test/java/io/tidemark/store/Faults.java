package io.tidemark.store;

import java.util.concurrent.atomic.AtomicLong;

/** Faults that tests inject, counted over all calls that change the disk. */
final class Faults implements DiskFaults {

    private final AtomicLong calls = new AtomicLong();
    private final long at;
    private final int errno;
    private final boolean forGood;

    private Faults(long at, int errno, boolean forGood) {
        this.at = at;
        this.errno = errno;
        this.forGood = forGood;
    }

    /** Dies before the n-th change: that call and all after it are not made, so that no clean-up can hide anything. */
    static Faults killAt(long n) {
        return new Faults(n, 0, true);
    }

    /** Makes the n-th change fail. */
    static Faults failAt(long n, int errno) {
        return new Faults(n, errno, false);
    }

    /** Makes the n-th change fail and every one after it. */
    static Faults failFrom(long n, int errno) {
        return new Faults(n, errno, true);
    }

    /** Whether the fault came. */
    boolean met() {
        return calls.get() >= at;
    }

    @Override
    public int before(Call call) {
        long n = calls.incrementAndGet();
        if (errno == 0 && n >= at) {
            throw new Killed(n);
        }
        return n == at || (forGood && n > at) ? errno : 0;
    }
}
