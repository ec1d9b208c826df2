package io.tidemark.kind;

/**
 * Sums of a file that is published, from one reading.
 *
 * @param size bytes
 * @param cksum CRC of POSIX {@code cksum} as an unsigned number
 * @param sha256 lower-case hexadecimal digits
 * @param sha512 lower-case hexadecimal digits
 */
public record ImageSums(long size, long cksum, String sha256, String sha512) {}
