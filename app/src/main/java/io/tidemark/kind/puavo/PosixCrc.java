package io.tidemark.kind.puavo;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * The CRC of POSIX {@code cksum}: the same polynomial as that of {@link CRC32}, but the highest bit of each byte first, a
 * start of zero, and the length fed behind the data. Bits are turned around for the CRC of the JDK, which works with the
 * processor's own instructions; that is several times faster than tables. Used by one thread.
 */
final class PosixCrc {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK = 1 << 13;

    private final CRC32 crc = new CRC32();
    private final byte[] turned = new byte[CHUNK];
    private long length;

    PosixCrc() {
        restart();
    }

    /** The JDK starts with ones; four bytes of ones make zeros of them. */
    private void restart() {
        byte[] ones = {-1, -1, -1, -1};
        crc.update(ones);
    }

    /** The next bytes. */
    void update(byte[] bytes, int offset, int count) {
        length += count;
        for (int done = 0; done < count; done += CHUNK) {
            feed(bytes, offset + done, Math.min(CHUNK, count - done));
        }
    }

    private void feed(byte[] bytes, int offset, int count) {
        int words = count & -Long.BYTES;
        for (int i = 0; i < words; i += Long.BYTES) {
            WORD.set(turned, i, Long.reverseBytes(Long.reverse((long) WORD.get(bytes, offset + i))));
        }
        for (int i = words; i < count; i++) {
            turned[i] = (byte) (Integer.reverse(bytes[offset + i]) >>> 24);
        }
        crc.update(turned, 0, count);
    }

    /** The sum as an unsigned number; nothing may be fed any more. */
    long finish() {
        long rest = length;
        byte[] last = new byte[Long.BYTES];
        int count = 0;
        while (rest != 0) {
            last[count++] = (byte) rest;
            rest >>>= Byte.SIZE;
        }
        feed(last, 0, count);
        return Integer.toUnsignedLong(Integer.reverse((int) crc.getValue()));
    }
}
