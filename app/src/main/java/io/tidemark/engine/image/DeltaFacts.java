package io.tidemark.engine.image;

import io.tidemark.kind.ImageSums;
import java.util.OptionalLong;

/**
 * A delta that was made and proved.
 *
 * @param from id of the image that it starts from
 * @param to id of the image that it makes
 * @param oldSha256 what that first image was, in hexadecimal digits
 * @param newSha256 what it makes
 * @param sums its own; only the size is known of one that is not kept
 * @param kept whether it is worth having; one that is nearly as large as the image is not
 * @param took milliseconds that making and proving it took; empty where an earlier program made it
 */
public record DeltaFacts(
        String from, String to, String oldSha256, String newSha256, ImageSums sums, boolean kept, OptionalLong took) {}
