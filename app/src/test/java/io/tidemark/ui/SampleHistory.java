package io.tidemark.ui;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Hold;
import io.tidemark.model.Lane;
import io.tidemark.model.Notice;
import io.tidemark.model.Timeline;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history of the Alpine mirror in the pictures: eight versions, one rolled back, one being staged. */
final class SampleHistory {

    static final Instant NOW = Instant.parse("2022-08-16T20:15:00Z");
    static final String ALPINE = "alpine-thin-clients";
    static final String ACTOR = "mirror@deploy-1";

    private static final Hold HOLD = new Hold(at("2022-08-01T09:30:00Z"), ACTOR, "200 thin clients stop at boot, i915");

    private SampleHistory() {}

    static List<Version> versions() {
        return List.of(
                sealed("3.14.3", 3, "2021-11-05T18:02:00Z", 18_934, 35_100_000_000L, 2_100_000_000L, "0a"),
                sealed("3.15.0", 4, "2021-11-26T19:10:00Z", 19_710, 36_800_000_000L, 9_400_000_000L, "1b"),
                sealed("3.15.0-20220115", 5, "2022-01-15T21:30:00Z", 19_722, 36_900_000_000L, 480_000_000L, "2c"),
                sealed("3.15.1", 6, "2022-03-18T20:44:00Z", 19_840, 37_200_000_000L, 1_300_000_000L, "3d"),
                sealed("3.15.2", 7, "2022-05-02T21:02:00Z", 20_010, 37_600_000_000L, 1_900_000_000L, "4e"),
                sealed("3.15.3", 8, "2022-05-16T20:31:00Z", 20_041, 37_700_000_000L, 640_000_000L, "5f"),
                sealed("3.15.4", 9, "2022-06-07T21:12:00Z", 20_325, 38_100_000_000L, 1_100_000_000L, "71"),
                sealed("3.15.5", 10, "2022-07-19T21:48:00Z", 20_334, 41_200_000_000L, 3_400_000_000L, "9f2c71e0"),
                staged());
    }

    static Timeline timeline() {
        return new Timeline(versions(), List.of(latestStable(), testing()), NOW);
    }

    static List<Channel> channels() {
        return List.of(
                channel("latest-stable", "3.15.4", Optional.of(HOLD)), channel("testing", "3.15.5", Optional.empty()));
    }

    static Channel rolledBack(Channel channel, String version) {
        return new Channel(channel.name(), channel.link(), Optional.of(version), Optional.of(HOLD), channel.policy());
    }

    private static Lane latestStable() {
        List<Lane.Span> spans = new ArrayList<>(run(
                "3.14.3", "2021-11-08T08:00:00Z",
                "3.15.0", "2021-11-29T08:00:00Z",
                "3.15.0-20220115", "2022-01-20T08:00:00Z",
                "3.15.1", "2022-03-28T08:00:00Z",
                "3.15.2", "2022-05-05T08:00:00Z",
                "3.15.3", "2022-05-23T18:00:00Z",
                "3.15.4", "2022-06-14T07:00:00Z",
                "3.15.5", "2022-07-26T21:10:00Z"));
        Lane.Span last = spans.removeLast();
        Instant undone = at("2022-08-01T09:30:00Z");
        spans.add(new Lane.Span(last.version(), last.start(), Optional.of(undone), true, false));
        spans.add(new Lane.Span("3.15.4", undone, Optional.empty(), false, true));
        return new Lane("latest-stable", spans, Optional.of(HOLD));
    }

    private static Lane testing() {
        return new Lane(
                "testing",
                run(
                        "3.15.1", "2022-03-19T08:00:00Z",
                        "3.15.2", "2022-05-02T22:00:00Z",
                        "3.15.3", "2022-05-16T22:00:00Z",
                        "3.15.4", "2022-06-07T22:00:00Z",
                        "3.15.5", "2022-07-19T22:00:00Z"),
                Optional.empty());
    }

    private static List<Lane.Span> run(String... versionsAndStarts) {
        List<Lane.Span> spans = new ArrayList<>();
        for (int i = 0; i < versionsAndStarts.length; i += 2) {
            Optional<Instant> end =
                    i + 3 < versionsAndStarts.length ? Optional.of(at(versionsAndStarts[i + 3])) : Optional.empty();
            spans.add(new Lane.Span(versionsAndStarts[i], at(versionsAndStarts[i + 1]), end, false, false));
        }
        return spans;
    }

    private static Channel channel(String name, String target, Optional<Hold> hold) {
        return new Channel(name, name, Optional.of(target), hold, ChannelPolicy.careful());
    }

    private static Version sealed(
            String name, long sequence, String created, long files, long bytes, long newBytes, String digest) {
        List<String> live = name.equals("3.15.4")
                ? List.of("latest-stable")
                : name.equals("3.15.5") ? List.of("testing") : List.of();
        return new Version(
                name,
                sequence,
                VersionState.SEALED,
                at(created),
                ACTOR,
                files,
                bytes,
                newBytes,
                (digest + "4b8d".repeat(16)).substring(0, 64),
                Optional.empty(),
                sequence > 8 ? Optional.of(at("2022-08-14T03:00:00Z")) : Optional.empty(),
                name.equals("3.15.0") ? Optional.of("first of the branch") : Optional.empty(),
                live,
                List.of());
    }

    private static Version staged() {
        return new Version(
                "3.15.6",
                0,
                VersionState.STAGED,
                NOW,
                ACTOR,
                -1,
                -1,
                -1,
                "",
                Optional.of("3.15.5"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(Notice.info("sample.staged")));
    }

    static Instant at(String text) {
        return Instant.parse(text);
    }
}
