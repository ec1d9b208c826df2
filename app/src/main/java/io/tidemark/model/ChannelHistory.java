package io.tidemark.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a channel pointed at, when, and where it can go back to, as the journal tells it. Rolling back goes to the newest
 * version that the channel showed before and that was not itself left by a rollback; after those to older versions that it
 * never showed. Pressed again it goes further back, never forward.
 *
 * @param spans stretches of time in order, the last one live
 * @param trail versions of the channel that lead to where it is now, oldest first, the last one live
 * @param left versions that a rollback left and that nobody promoted again
 */
public record ChannelHistory(List<Lane.Span> spans, List<String> trail, Set<String> left) {

    public ChannelHistory {
        spans = List.copyOf(spans);
        trail = List.copyOf(trail);
        left = Set.copyOf(left);
    }

    /** Reads a channel's history out of the journal's lines, which stand in order. */
    public static ChannelHistory of(List<JournalEntry> journal, String channel) {
        Reading reading = new Reading();
        journal.stream().filter(entry -> entry.channel().equals(channel)).forEach(reading::take);
        return new ChannelHistory(reading.spans, reading.trail, reading.left);
    }

    /** The version that the channel should show now; empty if it was never moved. */
    public Optional<String> live() {
        return trail.isEmpty() ? Optional.empty() : Optional.of(trail.getLast());
    }

    /**
     * Where the channel can be rolled back to, best first; the first one is its last good version.
     *
     * @param versions all versions of the repository
     * @param current what the channel points at now, if anything
     */
    public List<Version> targets(List<Version> versions, Optional<String> current) {
        List<Version> fit = versions.stream().filter(v -> fit(v, current)).toList();
        List<Version> targets = new ArrayList<>();
        earlier(current).forEach(name -> named(fit, name).ifPresent(targets::add));
        long before = current.flatMap(name -> named(versions, name))
                .map(Version::sequence)
                .orElse(Long.MAX_VALUE);
        fit.stream()
                .filter(v -> v.sequence() < before && !trail.contains(v.name()))
                .sorted(Comparator.comparingLong(Version::sequence).reversed())
                .forEach(targets::add);
        return targets;
    }

    /** The version that a rollback goes to when none is named. */
    public Optional<Version> lastGood(List<Version> versions, Optional<String> current) {
        return targets(versions, current).stream().findFirst();
    }

    private boolean fit(Version version, Optional<String> current) {
        boolean whole = version.state() == VersionState.SEALED || version.state() == VersionState.ADOPTED;
        return whole && !left.contains(version.name()) && !current.equals(Optional.of(version.name()));
    }

    /** What the channel showed before what it shows now, newest first, each once. */
    private Set<String> earlier(Optional<String> current) {
        List<String> before = current.equals(live()) ? trail.subList(0, Math.max(0, trail.size() - 1)) : trail;
        return new LinkedHashSet<>(before.reversed());
    }

    private static Optional<Version> named(List<Version> versions, String name) {
        return versions.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** Takes the lines of one channel one by one. */
    private static final class Reading {
        private final List<Lane.Span> spans = new ArrayList<>();
        private final List<String> trail = new ArrayList<>();
        private final Set<String> left = new LinkedHashSet<>();

        void take(JournalEntry entry) {
            switch (entry.event()) {
                case ADOPTED, PROMOTED -> forward(entry);
                case ROLLED_BACK -> back(entry);
                case GIVEN_BACK -> end(entry);
                case CREATED,
                        STAGED,
                        SEALED,
                        HELD,
                        RELEASED,
                        PINNED,
                        UNPINNED,
                        VERIFIED,
                        QUARANTINED,
                        PRUNED,
                        SHARED,
                        CONFIGURED,
                        RECOVERED,
                        FAILED -> {}
            }
        }

        private void forward(JournalEntry entry) {
            left.remove(entry.version());
            if (trail.isEmpty() || !trail.getLast().equals(entry.version())) {
                trail.add(entry.version());
                show(entry, false);
            }
        }

        private void back(JournalEntry entry) {
            if (!entry.from().isEmpty() && !entry.from().equals(entry.version())) {
                left.add(entry.from());
            }
            left.remove(entry.version());
            while (!trail.isEmpty() && !trail.getLast().equals(entry.version())) {
                trail.removeLast();
            }
            if (trail.isEmpty()) {
                trail.add(entry.version());
            }
            show(entry, true);
        }

        /** The channel is no more; one that gets its name begins anew. */
        private void end(JournalEntry entry) {
            trail.clear();
            left.clear();
            if (!spans.isEmpty()) {
                spans.add(ended(spans.removeLast(), entry.time(), false));
            }
        }

        private void show(JournalEntry entry, boolean rollback) {
            if (!spans.isEmpty()) {
                Lane.Span last = spans.removeLast();
                if (last.version().equals(entry.version())) {
                    spans.add(last);
                    return;
                }
                spans.add(ended(last, entry.time(), rollback));
            }
            spans.add(new Lane.Span(entry.version(), entry.time(), Optional.empty(), false, rollback));
        }

        private static Lane.Span ended(Lane.Span span, Instant end, boolean undone) {
            return new Lane.Span(span.version(), span.start(), Optional.of(end), undone, span.byRollback());
        }
    }
}
