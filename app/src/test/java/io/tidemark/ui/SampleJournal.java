package io.tidemark.ui;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Lane;
import io.tidemark.model.Timeline;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Journals that tell the same history as the timelines. */
final class SampleJournal {

    private SampleJournal() {}

    static List<JournalEntry> of(String repository) {
        Timeline timeline = SampleRepositories.timeline(repository);
        List<JournalEntry> lines = new ArrayList<>();
        timeline.versions().forEach(version -> lines.add(made(version)));
        timeline.lanes().forEach(lane -> lane.spans().forEach(span -> lines.add(moved(lane, span))));
        lines.sort(Comparator.comparing(JournalEntry::time));
        AtomicLong sequence = new AtomicLong();
        return lines.stream()
                .map(line -> numbered(line, sequence.incrementAndGet()))
                .toList()
                .reversed();
    }

    private static JournalEntry made(Version version) {
        Event event = version.state() == VersionState.STAGED ? Event.STAGED : Event.SEALED;
        Map<String, Long> figures =
                version.bytes() < 0 ? Map.of() : Map.of("bytes", version.bytes(), "files", version.files());
        return line(version.created(), event, version.name(), "", "", figures);
    }

    private static JournalEntry moved(Lane lane, Lane.Span span) {
        Event event = span.byRollback() ? Event.ROLLED_BACK : Event.PROMOTED;
        String reason = span.byRollback() ? "200 thin clients stop at boot, i915" : "";
        return line(span.start(), event, span.version(), lane.channel(), reason, Map.of());
    }

    private static JournalEntry line(
            Instant time, Event event, String version, String channel, String reason, Map<String, Long> figures) {
        return new JournalEntry(0, time, SampleHistory.ACTOR, event, version, channel, "", reason, figures);
    }

    private static JournalEntry numbered(JournalEntry line, long sequence) {
        return new JournalEntry(
                sequence,
                line.time(),
                line.actor(),
                line.event(),
                line.version(),
                line.channel(),
                line.from(),
                line.reason(),
                line.figures());
    }
}
