package io.tidemark.kind;

import java.util.List;

/**
 * One image of a series as clients read about it.
 *
 * @param definitions one JSON object, compact: what the image says about its own configuration
 * @param deltas deltas that end at this image, in the order in which they are listed
 */
public record PublishedImage(ImageName name, ImageSums sums, String definitions, List<PublishedDelta> deltas) {

    public PublishedImage {
        deltas = List.copyOf(deltas);
    }
}
