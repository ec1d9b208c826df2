package io.tidemark.kind;

/**
 * One delta as clients read about it.
 *
 * @param file its file name
 * @param source digits of the stamp of the image that it starts from
 */
public record PublishedDelta(String file, String source, ImageSums sums) {}
