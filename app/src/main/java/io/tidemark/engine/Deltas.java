package io.tidemark.engine;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.Optional;
import java.util.OptionalLong;

/** Binary deltas of single files, in the format of rdiff. Every file that is written appears whole or not at all. */
public interface Deltas {

    /**
     * Makes the delta that turns one file into another, applies it and compares the result before it appears.
     *
     * @throws ProblemException {@code delta.*}, {@code file.exists}, {@code file.write}
     */
    Made make(String old, String image, Target out, JobContext job) throws ProblemException, InterruptedException;

    /** Makes a delta from a signature, where the old file is not at hand: larger, and nothing can prove it here. */
    Made makeFromSignature(String signature, String image, Target out, JobContext job)
            throws ProblemException, InterruptedException;

    /** Applies a delta; what it makes is written only if it is what was expected. */
    Applied apply(String old, String delta, Target out, Expected expected, JobContext job)
            throws ProblemException, InterruptedException;

    /** Reads what a delta says of itself. */
    Description describe(String delta) throws ProblemException;

    /** Writes the signature of a file. */
    Signed sign(String file, Target out, SignatureWish wish, JobContext job)
            throws ProblemException, InterruptedException;

    /** A file to write, and whether it may replace one. */
    record Target(String path, boolean replace) {}

    /** What is known of the result of a delta: size in bytes, SHA-256 in hexadecimal digits. */
    record Expected(OptionalLong size, Optional<String> sha256) {}

    /**
     * A delta as it was made.
     *
     * @param bytes its size
     * @param result size of the new file
     * @param copied bytes of the new file that are copied from the old one
     * @param copies how many copies
     * @param sha256 SHA-256 of the new file, empty where the delta could not be proved
     * @param millis time to make it
     * @param proofMillis time to prove it
     */
    record Made(
            long bytes,
            long result,
            long copied,
            long copies,
            Optional<String> sha256,
            long millis,
            long proofMillis) {}

    /** What applying a delta wrote: bytes and SHA-256. */
    record Applied(long bytes, String sha256) {}

    /**
     * What a delta says of itself.
     *
     * @param bytes its size
     * @param result bytes that it makes
     * @param copied how many of them are copied
     * @param copies copy commands
     * @param literals literal commands
     * @param reach the old file has at least so many bytes
     * @param trailing bytes behind its end
     */
    record Description(long bytes, long result, long copied, long copies, long literals, long reach, long trailing) {}

    /**
     * How to sign: what is empty is as rdiff does by default.
     *
     * @param old weak and strong sums that clients before librsync 1.0 read
     */
    record SignatureWish(Optional<Integer> block, Optional<Integer> strong, boolean old) {}

    /** A signature as it was written. */
    record Signed(long bytes, int block, int strong) {}
}
