package io.tidemark.ui.timeline;

import io.tidemark.model.Lane;
import io.tidemark.model.Timeline;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.ui.part.Hue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A timeline indexed for drawing: versions and spans sorted by time, found by name. Immutable. */
final class History {

    static final History EMPTY = new History(new Timeline(List.of(), List.of(), java.time.Instant.EPOCH));

    private final List<Point> points;
    private final List<Track> tracks;
    private final long[] times;
    private final Map<String, Integer> positions = new HashMap<>();
    private final long now;
    private final long largest;

    History(Timeline timeline) {
        now = timeline.now().toEpochMilli();
        points = timeline.versions().stream()
                .map(version -> new Point(version, place(version)))
                .sorted(Comparator.comparing(Point::staged).thenComparingLong(Point::at))
                .toList();
        times = points.stream().mapToLong(Point::at).toArray();
        for (int i = 0; i < times.length; i++) {
            positions.put(points.get(i).name(), i);
        }
        tracks = timeline.lanes().stream().map(lane -> new Track(lane, now)).toList();
        largest =
                timeline.versions().stream().mapToLong(Version::newBytes).max().orElse(0);
    }

    List<Point> points() {
        return points;
    }

    List<Track> tracks() {
        return tracks;
    }

    /** How many letters the names of all channels begin with in common, up to a hyphen; 0 where one is alone. */
    int commonStart() {
        List<String> names = tracks.stream().map(Track::channel).toList();
        if (names.size() < 2) {
            return 0;
        }
        String first = names.getFirst();
        int common = first.lastIndexOf('-') + 1;
        while (common > 0 && !allBegin(names, first.substring(0, common))) {
            common = first.lastIndexOf('-', common - 2) + 1;
        }
        return common;
    }

    private static boolean allBegin(List<String> names, String start) {
        return names.stream().allMatch(name -> name.startsWith(start));
    }

    long now() {
        return now;
    }

    /** Where a version stands among the points, or -1. */
    int position(String version) {
        return positions.getOrDefault(version, -1);
    }

    Optional<Point> point(String version) {
        return Optional.ofNullable(positions.get(version)).map(points::get);
    }

    /** The hue of a version; versions that are gone have none. */
    Hue hue(String version) {
        return point(version).map(Point::hue).orElse(Hue.NONE);
    }

    /** The last point at or before a time, or -1. */
    int floor(double time) {
        return Track.floor(times, time);
    }

    /** The earliest moment there is something of. */
    long first() {
        long first = times.length == 0 ? now : times[0];
        for (Track track : tracks) {
            first = track.size() == 0 ? first : Math.min(first, track.start(0));
        }
        return Math.min(first, now);
    }

    /** What part of the largest change a version's new bytes are, 0 to 1. */
    double share(Point point) {
        return largest <= 0 ? 0 : Math.max(0, point.version().newBytes()) / (double) largest;
    }

    /** Versions newest first, as lists show them. */
    List<Version> newestFirst() {
        List<Version> all = new ArrayList<>(points.stream().map(Point::version).toList());
        return all.reversed();
    }

    /** Whether any channel was ever rolled back. */
    boolean hasRollback() {
        return tracks.stream().anyMatch(track -> track.undone().length > 0);
    }

    /** Whether some version stands there. */
    boolean has(VersionState state) {
        return points.stream().anyMatch(point -> point.version().state() == state);
    }

    Optional<Lane.Span> live(Track track) {
        return track.size() == 0 ? Optional.empty() : Optional.of(track.span(track.size() - 1));
    }

    private long place(Version version) {
        return version.state() == VersionState.STAGED ? now : version.created().toEpochMilli();
    }
}
