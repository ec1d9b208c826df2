package io.tidemark.delta;

/**
 * What a delta consists of.
 *
 * @param bytes size of the delta
 * @param result size of the file that it makes, in bytes
 * @param copies how many copy commands
 * @param copied how many bytes of the result are copied from the old file; the rest travels
 */
public record DeltaFigures(long bytes, long result, long copies, long copied) {}
