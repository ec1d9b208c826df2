package io.tidemark.host.publish;

import io.tidemark.model.ChannelHistory;
import io.tidemark.model.HostReport;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says of a copy what a host's report shows. */
record CopyReport(CopyState state) {

    HostReport.Copy copy() {
        return new HostReport.Copy(state.outline().name(), versions(), lanes(), fresh());
    }

    private List<HostReport.CopiedVersion> versions() {
        List<HostReport.CopiedVersion> versions = new ArrayList<>();
        state.outline().directories().stream()
                .filter(name -> !state.isFlat() && state.at(name).isEmpty())
                .map(CopyReport::foreign)
                .forEach(versions::add);
        state.sealed().stream().map(v -> known(v, true)).forEach(versions::add);
        state.staged().stream()
                .filter(v -> state.version(v.name()).isEmpty())
                .map(v -> known(v, false))
                .forEach(versions::add);
        return versions;
    }

    private static HostReport.CopiedVersion known(SealedThere version, boolean complete) {
        return new HostReport.CopiedVersion(
                version.name(),
                version.rootDigest(),
                complete ? Optional.of(version.published()) : Optional.empty(),
                version.files(),
                version.bytes(),
                complete);
    }

    private static HostReport.CopiedVersion foreign(String name) {
        return new HostReport.CopiedVersion(name, "", Optional.empty(), -1, -1, false);
    }

    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        new TreeSet<>(state.links().keySet()).forEach(channel -> lanes.add(lane(channel)));
        state.outline().links().forEach((name, link) -> {
            if (!state.links().containsValue(name)) {
                state.meaning(name, link).ifPresent(path -> lanes.add(foreign(name, path, link)));
            }
        });
        return lanes;
    }

    private Lane lane(String channel) {
        List<Lane.Span> spans =
                new ArrayList<>(ChannelHistory.of(state.told(), channel).spans());
        Optional<String> target = state.target(channel);
        if (target.isPresent() && (spans.isEmpty() || !spans.getLast().version().equals(target.get()))) {
            Instant made = state.shown(channel).orElse(Instant.EPOCH);
            if (!spans.isEmpty()) {
                spans.add(ended(spans.removeLast(), made));
            }
            spans.add(new Lane.Span(target.get(), made, Optional.empty(), false, false));
        }
        return new Lane(channel, spans, Optional.ofNullable(state.holds().get(channel)));
    }

    private static Lane.Span ended(Lane.Span span, Instant end) {
        return new Lane.Span(
                span.version(), span.start(), Optional.of(span.end().orElse(end)), span.undone(), span.byRollback());
    }

    /** A link that nobody made from here. */
    private Lane foreign(String name, String path, LinkThere link) {
        String version = state.at(path).orElse(path);
        Lane.Span span = new Lane.Span(version, link.made(), Optional.empty(), false, false);
        return new Lane(name, List.of(span), Optional.empty());
    }

    private Optional<Instant> fresh() {
        return Stream.concat(
                        state.sealed().stream().map(SealedThere::published),
                        state.told().stream().map(JournalEntry::time))
                .max(Comparator.naturalOrder());
    }
}
