package io.tidemark.ui;

import io.tidemark.model.Lane;
import io.tidemark.model.Timeline;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Histories out of the ordinary: very many versions under very long names, and the states that are rarely met. */
public final class SampleCrowd {

    /** When the pictures are taken. */
    public static final Instant NOW = SampleHistory.NOW;

    /** A name that no column is wide enough for. */
    public static final String NAME = "alpine-thin-clients-of-all-schools-in-the-northern-district-and-their-laptops";

    private static final Duration APART = Duration.ofHours(9);

    private SampleCrowd() {}

    /** So many versions, one every nine hours, with five channels that follow them at different distances. */
    public static Timeline timeline(int count) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            versions.add(version(i, count));
        }
        List<Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < 9; lane++) {
            lanes.add(lane(lane, versions));
        }
        return new Timeline(versions, lanes, NOW);
    }

    /** The usual history, its newest version found changed behind our back. */
    static Timeline with(VersionState state, UnaryOperator<String> digest) {
        List<Version> versions = SampleHistory.versions().stream()
                .map(version -> version.name().equals("3.15.5") ? in(state, version, digest) : version)
                .toList();
        return new Timeline(versions, SampleHistory.timeline().lanes(), NOW);
    }

    /** The usual history, its newest version found changed behind our back. */
    public static Timeline changed() {
        return with(VersionState.QUARANTINED, digest -> digest);
    }

    /** The usual history, its newest version adopted and not yet sealed. */
    public static Timeline adopted() {
        return with(VersionState.ADOPTED, _ -> "");
    }

    private static Version in(VersionState state, Version version, UnaryOperator<String> digest) {
        return new Version(
                version.name(),
                version.sequence(),
                state,
                version.created(),
                version.actor(),
                version.files(),
                version.bytes(),
                version.newBytes(),
                digest.apply(version.rootDigest()),
                Optional.empty(),
                Optional.empty(),
                version.pin(),
                version.channels(),
                version.marks());
    }

    private static Version version(int index, int count) {
        Instant made = NOW.minus(APART.multipliedBy(count - 1L - index)).minusSeconds(3_600);
        return new Version(
                "v2022.%d.%d-certified-for-the-northern-district".formatted(index / 100, index % 100),
                index + 1L,
                VersionState.SEALED,
                made,
                "mirror-operator-of-the-northern-district@deploy-1.example.org",
                20_000 + index,
                38_000_000_000L + index * 1_000_000L,
                (index * 37 % 90 + 1) * 20_000_000L,
                "ab".repeat(32),
                Optional.empty(),
                index % 3 == 0 ? Optional.of(made) : Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Lane lane(int number, List<Version> versions) {
        List<Lane.Span> spans = new ArrayList<>();
        int pace = 1 + number * 3;
        for (int i = number; i < versions.size(); i += pace) {
            boolean last = i + pace >= versions.size();
            Instant start = versions.get(i).created().plusSeconds(900);
            Optional<Instant> end = last
                    ? Optional.empty()
                    : Optional.of(versions.get(i + pace).created().plusSeconds(900));
            spans.add(new Lane.Span(versions.get(i).name(), start, end, !last && i % 41 == 7, false));
        }
        return new Lane("school-district-channel-" + number, spans, Optional.empty());
    }
}
