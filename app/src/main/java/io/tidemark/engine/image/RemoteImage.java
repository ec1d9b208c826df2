package io.tidemark.engine.image;

import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.PublishedDelta;
import java.util.Optional;

/**
 * An image that another repository publishes and that is no version here yet.
 *
 * @param sums what that repository promises of it
 * @param way the delta to fetch instead of the whole image, where we hold the image that it starts from
 */
public record RemoteImage(ImageName name, ImageSums sums, Optional<Way> way) {

    /** A delta, and the image that it starts from, by id. */
    public record Way(PublishedDelta delta, String source) {}

    /** Bytes that travel. */
    public long bytes() {
        return way.map(w -> w.delta().sums().size()).orElse(sums.size());
    }
}
