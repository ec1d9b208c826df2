package io.tidemark.delta;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a signature file holds. Source: librsync {@code src/sumset.c}, {@code src/rdiff.c}.
 *
 * @param weak weak sum of each block
 * @param strong strong sum of each block
 * @param block bytes in a block, at least 1
 * @param kept leading bytes of each strong sum, at least 1 and at most all
 */
public record SignatureForm(WeakSum weak, StrongSum strong, int block, int kept) {

    private static final int MAGIC = 0x7273_0136;
    private static final int BLAKE = 1;
    private static final int RABIN_KARP = 0x10;
    private static final int SMALL_FILE = 1 << 16;
    private static final int SMALL_BLOCK = 256;
    private static final int ROUND = 128;

    /** Says that lengths are possible. */
    public SignatureForm {
        if (block < 1 || kept < 1 || kept > strong.length()) {
            throw new IllegalArgumentException("block " + block + ", strong sum " + kept);
        }
    }

    /** What rdiff 2.3.1 and later writes for a file of this size. */
    public static SignatureForm ordinary(long size) {
        return new SignatureForm(WeakSum.RABIN_KARP, StrongSum.BLAKE2, ordinaryBlock(size), StrongSum.BLAKE2.length());
    }

    private static int ordinaryBlock(long size) {
        if (size <= SMALL_FILE) {
            return SMALL_BLOCK;
        }
        long root = (long) Math.sqrt(size);
        while (root * root > size) {
            root--;
        }
        return (int) Math.min(Integer.MAX_VALUE - ROUND, root) / ROUND * ROUND;
    }

    /** The form that a magic number stands for; empty for one that stands for none. */
    static Optional<SignatureForm> of(int magic, int block, int kept) {
        return Arrays.stream(StrongSum.values())
                .filter(strong -> block >= 1 && kept >= 1 && kept <= strong.length())
                .flatMap(strong ->
                        Arrays.stream(WeakSum.values()).map(weak -> new SignatureForm(weak, strong, block, kept)))
                .filter(form -> form.magic() == magic)
                .findFirst();
    }

    /** The magic number of this form. */
    int magic() {
        return MAGIC + (strong == StrongSum.BLAKE2 ? BLAKE : 0) + (weak == WeakSum.RABIN_KARP ? RABIN_KARP : 0);
    }

    /** Bytes that a block takes in the file. */
    int entry() {
        return Integer.BYTES + kept;
    }
}
