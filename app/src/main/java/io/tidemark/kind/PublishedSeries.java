package io.tidemark.kind;

import java.util.List;

/**
 * One series as clients read about it.
 *
 * @param images oldest first
 */
public record PublishedSeries(String name, List<PublishedImage> images) {

    public PublishedSeries {
        images = List.copyOf(images);
    }
}
