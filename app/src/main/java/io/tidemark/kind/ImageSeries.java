package io.tidemark.kind;

import java.util.List;
import java.util.Map;

/**
 * Which images a series shall have.
 *
 * @param images file names, oldest first; their place decides, not their date
 * @param extras file names of images from which deltas are wanted beside those of the policy, by the file name of the image
 *     that they lead to
 */
public record ImageSeries(String name, List<String> images, Map<String, List<String>> extras) {

    public ImageSeries {
        images = List.copyOf(images);
        extras = Map.copyOf(extras);
    }
}
