package io.tidemark.ui;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Hold;
import io.tidemark.model.Lane;
import io.tidemark.model.Timeline;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The repository of commits in the pictures: two refs in development and production, one of them rolled back. */
public final class SampleOstree {

    /** Its name in the workspace. */
    public static final String NAME = SampleRecipes.NAME;

    /** The ref of production that was rolled back. */
    public static final String PROD = "prod:fedora/41/x86_64/kinoite";

    private static final String DEV = "dev:fedora/41/x86_64/kinoite";
    private static final String NEXT = "dev:fedora/42/x86_64/kinoite";
    private static final Instant FIRST = Instant.parse("2022-07-25T06:00:00Z");
    private static final List<String> NAMES =
            List.of("41.20220725.0", "41.20220801.0", "41.20220808.0", "42.20220810.0", "41.20220815.0");

    private SampleOstree() {}

    private static Instant made(int number) {
        return FIRST.plus(Duration.ofDays(List.of(0, 7, 14, 16, 21).get(number)));
    }

    private static Hold hold() {
        return new Hold(made(4).plus(Duration.ofHours(9)), "ops@deploy-1", "Plasma does not start");
    }

    static List<Channel> channels() {
        return List.of(
                channel(DEV, "dev/refs/heads/fedora/41/x86_64/kinoite", 4, Optional.empty()),
                channel(NEXT, "dev/refs/heads/fedora/42/x86_64/kinoite", 3, Optional.empty()),
                channel(PROD, "prod/refs/heads/fedora/41/x86_64/kinoite", 2, Optional.of(hold())));
    }

    private static Channel channel(String name, String link, int version, Optional<Hold> hold) {
        return new Channel(name, link, Optional.of(NAMES.get(version)), hold, ChannelPolicy.careful());
    }

    static Timeline timeline() {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            versions.add(version(i));
        }
        return new Timeline(
                versions,
                List.of(
                        new Lane(DEV, List.of(span(0, 1), span(1, 2), span(2, 4), last(4)), Optional.empty()),
                        new Lane(NEXT, List.of(last(3)), Optional.empty()),
                        new Lane(PROD, prod(), Optional.of(hold()))),
                SampleHistory.NOW);
    }

    private static List<Lane.Span> prod() {
        Instant bad = made(4).plus(Duration.ofHours(2));
        Instant back = hold().since();
        return List.of(
                new Lane.Span(NAMES.get(0), made(0).plusSeconds(9_000), Optional.of(made(2)), false, false),
                new Lane.Span(NAMES.get(2), made(2), Optional.of(bad), false, false),
                new Lane.Span(NAMES.get(4), bad, Optional.of(back), true, false),
                new Lane.Span(NAMES.get(2), back, Optional.empty(), false, true));
    }

    private static Lane.Span span(int version, int next) {
        return new Lane.Span(NAMES.get(version), made(version), Optional.of(made(next)), false, false);
    }

    private static Lane.Span last(int version) {
        return new Lane.Span(NAMES.get(version), made(version), Optional.empty(), false, false);
    }

    private static Version version(int number) {
        String name = NAMES.get(number);
        return new Version(
                name,
                number + 1,
                VersionState.SEALED,
                made(number),
                "mirror@deploy-1",
                61_204 + 310L * number,
                5_140_000_000L + 9_000_000L * number,
                number == 0 ? 5_140_000_000L : 260_000_000L + 31_000_000L * number,
                "c4".repeat(32),
                Optional.empty(),
                Optional.of(made(number)),
                Optional.empty(),
                channels().stream()
                        .filter(channel -> channel.target().equals(Optional.of(name)))
                        .map(Channel::name)
                        .toList(),
                List.of());
    }
}
