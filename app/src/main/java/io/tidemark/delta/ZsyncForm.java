package io.tidemark.delta;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.Digest;

/**
 * How zsync sums blocks, and how much of each sum it keeps for a file of some length.
 *
 * @param block bytes of a block
 * @param matches blocks in a row that must match
 * @param weak bytes kept of the weak sum, the last ones
 * @param strong bytes kept of the MD4, the first ones
 */
record ZsyncForm(int block, int matches, int weak, int strong) {

    private static final long LARGE = 100_000_000;
    private static final double LOG_2 = Math.log(2);

    /** The form that {@code zsyncmake} chooses for a length. */
    static ZsyncForm of(long length) {
        int block = length > LARGE ? 4096 : 2048;
        int matches = length > block ? 2 : 1;
        double blocks = Math.log(1 + length / block) / LOG_2;
        double size = length == 0 ? 0 : Math.log(length) / LOG_2;
        double weak = Math.ceil((size + Math.log(block) / LOG_2 - 8.6) / matches / 8);
        double strong = Math.ceil((20 + size + blocks) / matches / 8);
        int least = (int) ((7.9 + 20 + blocks) / 8);
        return new ZsyncForm(block, matches, (int) Math.clamp(weak, 2, 4), (int) Math.clamp(strong, least, 16));
    }

    /** As the control file names it. */
    String lengths() {
        return matches + "," + weak + "," + strong;
    }

    /** The sums of the blocks from one place to another; the last one of a file is filled up with zeros. */
    byte[] sums(Image image, long from, long to) {
        int count = (int) ((to - from + block - 1) / block);
        ByteBuffer sums = ByteBuffer.allocate(count * (weak + strong));
        Digest digest = StrongSum.MD4.digest();
        byte[] bytes = new byte[block];
        byte[] md4 = new byte[StrongSum.MD4.length()];
        for (long at = from; at < to; at += block) {
            int length = (int) Math.min(block, to - at);
            image.read(at, bytes, length);
            Arrays.fill(bytes, length, block, (byte) 0);
            digest.update(bytes, 0, block);
            digest.doFinal(md4, 0);
            byte[] sum = ByteBuffer.allocate(Integer.BYTES).putInt(weak(bytes)).array();
            sums.put(sum, Integer.BYTES - weak, weak).put(md4, 0, strong);
        }
        return sums.array();
    }

    private static int weak(byte[] bytes) {
        int a = 0;
        int b = 0;
        for (byte each : bytes) {
            a += Byte.toUnsignedInt(each);
            b += a;
        }
        return a << 16 | b & 0xffff;
    }
}
