package io.tidemark.delta;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.MD4Digest;

/** The strong sums of signatures, of which the leading bytes are kept. */
public enum StrongSum {
    /** RFC 1320; broken, only for old clients. */
    MD4(16) {
        @Override
        Digest digest() {
            return new MD4Digest();
        }
    },
    /** RFC 7693 with a length of 32 bytes. */
    BLAKE2(32) {
        @Override
        Digest digest() {
            return new Blake2bDigest(256);
        }
    };

    private final int length;

    StrongSum(int length) {
        this.length = length;
    }

    /** Bytes of a whole sum. */
    public int length() {
        return length;
    }

    /** A fresh digest. */
    abstract Digest digest();
}
