package io.tidemark.store;

/**
 * Asked before every call that changes the disk, so that campaigns can make the n-th one fail or end the process there.
 * Safe for all threads.
 */
@FunctionalInterface
interface DiskFaults {

    /** The errno the call shall fail with instead of being made, or 0 to make it. May throw an {@link Error}. */
    int before(Call call);

    /** The ordinary case: every call is made. */
    static DiskFaults none() {
        return call -> 0;
    }
}
