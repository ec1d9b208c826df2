package io.tidemark.ui.timeline;

import io.tidemark.model.Lane;
import java.util.Optional;

/** What lies under the mouse: a version, a crowd of versions, or a span of a lane. */
sealed interface Hit {

    /** One version's mark. */
    record OfVersion(Point point) implements Hit {}

    /** Several versions drawn as one: the time they take. */
    record OfCrowd(int count, TimeRange range) implements Hit {}

    /** A bar of a lane. */
    record OfSpan(int lane, Track track, Lane.Span span) implements Hit {}

    /** The version it stands for, if it is one. */
    default Optional<String> version() {
        return switch (this) {
            case OfVersion version -> Optional.of(version.point().name());
            case OfSpan span -> Optional.of(span.span().version());
            case OfCrowd crowd -> Optional.empty();
        };
    }
}
