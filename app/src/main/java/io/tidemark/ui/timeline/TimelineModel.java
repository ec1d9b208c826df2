package io.tidemark.ui.timeline;

import io.tidemark.model.Timeline;
import io.tidemark.model.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** What the timeline shows, which part of it, and what is picked. No nodes; JavaFX thread only. */
public final class TimelineModel {

    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<TimeRange> range =
            new ReadOnlyObjectWrapper<>(Preset.QUARTER.range(History.EMPTY));
    private final ReadOnlyObjectWrapper<Optional<Preset>> preset = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Pick> pick = new ReadOnlyObjectWrapper<>(Pick.NOTHING);
    private final ReadOnlyObjectWrapper<Map<String, Double>> staging = new ReadOnlyObjectWrapper<>(Map.of());

    /** Shows a history. What is picked and which part is on show stay, as far as they still make sense. */
    public void show(Timeline timeline) {
        boolean fresh = history.get().points().isEmpty();
        history.set(new History(timeline));
        if (fresh || preset.get().isPresent()) {
            preset(preset.get().orElse(Preset.holding(history.get())));
        } else {
            look(range.get());
        }
        Pick now = pick.get();
        Optional<String> kept = now.version().filter(this::known);
        pick.set(new Pick(
                kept.or(this::preferred),
                now.second().filter(this::known),
                Math.min(now.lane(), history.get().tracks().size())));
    }

    /** Shares of staged versions that are fetched, by name, 0 to 1. */
    public void staging(Map<String, Double> shares) {
        staging.set(Map.copyOf(shares));
    }

    /** The version picked, if any. */
    public ObservableValue<Optional<Version>> picked() {
        return pick.map(now -> now.version().flatMap(this::version));
    }

    /** The second version picked to compare the first with, if any. */
    public ObservableValue<Optional<Version>> second() {
        return pick.map(now -> now.second().flatMap(this::version));
    }

    /** Picks a version and brings it into the picture. */
    public void pick(String version) {
        if (known(version)) {
            pick.set(pick.get().with(version));
            reveal(version);
        }
    }

    /** Picks a second version; the first one again takes it away. */
    public void pickSecond(String version) {
        if (known(version)) {
            pick.set(pick.get().against(version));
            reveal(version);
        }
    }

    /** Takes the second version away; answers whether there was one. */
    public boolean clearSecond() {
        boolean had = pick.get().second().isPresent();
        pick.set(pick.get().single());
        return had;
    }

    /** A version by name. */
    public Optional<Version> version(String name) {
        return history.get().point(name).map(Point::version);
    }

    /** The sealed or adopted version before another one in time, if any. */
    public Optional<Version> before(String name) {
        int position = history.get().position(name);
        return position <= 0
                ? Optional.empty()
                : Optional.of(history.get().points().get(position - 1).version());
    }

    /** All versions, newest first. */
    public List<Version> versions() {
        return history.get().newestFirst();
    }

    ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TimeRange> range() {
        return range.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Preset>> presets() {
        return preset.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Pick> picks() {
        return pick.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<String, Double>> stagingShares() {
        return staging.getReadOnlyProperty();
    }

    /** All the time there is, with room right of today. */
    TimeRange limit() {
        TimeRange all = Preset.ALL.range(history.get());
        TimeRange quarter = Preset.QUARTER.range(history.get());
        return new TimeRange(Math.min(all.start(), quarter.start()), Math.max(all.end(), quarter.end()));
    }

    void preset(Preset chosen) {
        range.set(chosen.range(history.get()).within(limit()));
        preset.set(Optional.of(chosen));
    }

    void look(TimeRange wanted) {
        range.set(wanted.within(limit()));
        preset.set(Optional.empty());
    }

    void zoom(double factor, double anchor) {
        look(range.get().zoomed(factor, anchor));
    }

    void zoom(double factor) {
        double now = history.get().now();
        TimeRange shown = range.get();
        zoom(factor, shown.contains(now) ? now : (shown.start() + shown.end()) / 2);
    }

    /** How far in we are: 0 shows everything, 1 the shortest range. */
    double depth() {
        double most = Math.log(limit().length() / TimeRange.SHORTEST);
        return most <= 0
                ? 0
                : Math.clamp(Math.log(limit().length() / range.get().length()) / most, 0, 1);
    }

    void depth(double wanted) {
        double length = limit().length() * Math.pow(TimeRange.SHORTEST / limit().length(), wanted);
        zoom(length / range.get().length());
    }

    /** Goes to the next or previous version, or span of the lane the keyboard is on. */
    void step(int by, boolean asSecond) {
        Steps.next(history.get(), pick.get(), by, asSecond).ifPresent(asSecond ? this::pickSecond : this::pick);
    }

    /** Goes to the first or the newest version. */
    void end(boolean newest) {
        List<Point> points = history.get().points();
        if (!points.isEmpty()) {
            pick(newest ? points.getLast().name() : points.getFirst().name());
        }
    }

    void lane(int by) {
        lane(pick.get().lane() + by, history.get().tracks().size());
    }

    void laneAt(int lane) {
        lane(lane, history.get().tracks().size());
    }

    private void lane(int wanted, int last) {
        pick.set(pick.get().on(Math.clamp(wanted, 0, last)));
    }

    private void reveal(String version) {
        double at = history.get().point(version).orElseThrow().at();
        TimeRange shown = range.get();
        double margin = shown.length() * 0.05;
        if (at < shown.start() + margin) {
            look(shown.moved(at - shown.start() - 2 * margin));
        } else if (at > shown.end() - margin) {
            look(shown.moved(at - shown.end() + 2 * margin));
        }
    }

    private boolean known(String version) {
        return history.get().position(version) >= 0;
    }

    /** The newest version that is no longer being built, else the newest. */
    private Optional<String> preferred() {
        List<Point> points = history.get().points();
        return points.reversed().stream()
                .filter(point -> !point.staged())
                .findFirst()
                .or(() -> points.isEmpty() ? Optional.empty() : Optional.of(points.getLast()))
                .map(Point::name);
    }
}
