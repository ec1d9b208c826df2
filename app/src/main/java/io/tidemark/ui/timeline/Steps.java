package io.tidemark.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the arrow keys lead: on the versions lane to every version, on a channel's lane to those that it ever served. */
final class Steps {

    private Steps() {}

    /** The version that lies {@code by} steps from what is picked. */
    static Optional<String> next(History history, Pick pick, int by, boolean second) {
        String from = (second ? pick.second().or(pick::version) : pick.version()).orElse("");
        boolean all = pick.lane() == 0 || second;
        Predicate<String> wanted = all ? name -> true : history.tracks().get(pick.lane() - 1)::serves;
        List<Point> points = history.points();
        int start = history.position(from);
        for (int i = start < 0 ? points.size() - 1 : start + by; i >= 0 && i < points.size(); i += by) {
            if (wanted.test(points.get(i).name())) {
                return Optional.of(points.get(i).name());
            }
        }
        return Optional.empty();
    }
}
