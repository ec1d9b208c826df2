package io.tidemark.engine.image;

import io.tidemark.kind.ImageSums;

/**
 * What was read of an image when it was taken in.
 *
 * @param definitions one JSON object: what the image says about its own configuration
 */
public record ImageFacts(ImageSums sums, String definitions) {}
