package io.tidemark.delta;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a delta may make. A delta of a few bytes can ask for any amount of output, and one for another old file makes
 * rubbish without a complaint, so that what is known of the result is to be given.
 *
 * @param most bytes of the result
 * @param ratio the result may be so many times as large as the old file and the delta together
 * @param size bytes that the result has, where that is known
 * @param sha256 its SHA-256 as lower case hexadecimal digits, where that is known
 */
public record DeltaLimits(long most, double ratio, OptionalLong size, Optional<String> sha256) {

    private static final double ORDINARY = 8;
    private static final long SLACK = 1 << 20;

    /** Nothing is known of the result; it may be eight times as large as what it is made from. */
    public static DeltaLimits unknown() {
        return new DeltaLimits(Long.MAX_VALUE, ORDINARY, OptionalLong.empty(), Optional.empty());
    }

    /** Size and digest of the result are known. */
    public static DeltaLimits known(long size, String sha256) {
        return new DeltaLimits(size, Double.MAX_VALUE, OptionalLong.of(size), Optional.of(sha256));
    }

    /** The most bytes that a result may have that is made from so many. */
    long limit(long given) {
        return Math.min(most, (long) Math.min(Long.MAX_VALUE, given * ratio + SLACK));
    }
}
