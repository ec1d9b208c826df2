package io.tidemark.ui.timeline;

import io.tidemark.model.Version;
import io.tidemark.text.Texts;
import java.time.Instant;

/** The picture in words: for screen readers, and for the tooltip of what lies under the mouse. */
final class Spoken {

    private final TimelineModel model;
    private final Texts texts;

    Spoken(TimelineModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** What is picked, and on which lane. */
    String words() {
        Pick pick = model.picks().get();
        String version =
                pick.version().flatMap(model::version).map(this::version).orElse("");
        String lane = pick.lane() == 0
                ? texts.get("ui.timeline.versions")
                : model.history().get().tracks().get(pick.lane() - 1).channel();
        return texts.get("ui.timeline.spoken", "lane", lane, "version", version);
    }

    /** A version in one sentence. */
    String version(Version version) {
        String state = texts.get("version.state." + version.state());
        String made = texts.formats().time(version.created());
        String live = String.join(", ", version.channels());
        String words = version.name() + " · " + state + " · " + made;
        return live.isEmpty() ? words : words + " · " + live;
    }

    String hit(Hit hit) {
        return switch (hit) {
            case Hit.OfVersion version -> version(version.point().version());
            case Hit.OfCrowd crowd -> texts.get("ui.timeline.crowd", "count", crowd.count());
            case Hit.OfSpan span -> span(span);
        };
    }

    private String span(Hit.OfSpan hit) {
        String from = texts.formats().time(hit.span().start());
        String to = hit.span().end().map(texts.formats()::time).orElse(texts.get("ui.timeline.live"));
        String words = texts.get(
                "ui.timeline.span",
                "channel",
                hit.track().channel(),
                "version",
                hit.span().version(),
                "from",
                from,
                "to",
                to);
        return hit.span().undone() ? words + " · " + texts.get("ui.timeline.rolledback") : words;
    }

    /** The month in which the history begins. */
    String since() {
        Instant first = Instant.ofEpochMilli(model.history().get().first());
        return texts.get("ui.timeline.since", "month", texts.formats().month(first));
    }
}
