package io.tidemark.ui;

import io.tidemark.model.Capability;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Lane;
import io.tidemark.model.Policies;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.RepositoryStatus.Health;
import io.tidemark.model.Timeline;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The repository of images in the pictures: six images in two series. */
public final class SamplePuavo {

    /** Its name in the workspace. */
    public static final String NAME = "puavo-images";

    /** The series with four images. */
    public static final String BUSTER = "puavo-os-amxa-buster-amd64";

    static final String BULLSEYE = "puavo-os-amxa-bullseye-amd64";

    /** Bytes of the oldest image; each newer one has a little more. */
    static final long SIZE = 4_640_000_000L;

    private static final List<String> STAMPS =
            List.of("2022-05-31-101530", "2022-06-14-142211", "2022-07-05-090012", "2022-08-02-173248");
    private static final List<String> NEWER = List.of("2022-06-28-081500", "2022-08-09-160105");

    private SamplePuavo() {}

    /** The image of the larger series with this number, from 0. */
    public static String buster(int number) {
        return "puavo-os-amxa-buster-" + STAMPS.get(number) + "-amd64";
    }

    static String bullseye(int number) {
        return "puavo-os-amxa-bullseye-" + NEWER.get(number) + "-amd64";
    }

    static Map<String, List<String>> series() {
        return Map.of(
                BUSTER,
                List.of(buster(0), buster(1), buster(2), buster(3)),
                BULLSEYE,
                List.of(bullseye(0), bullseye(1)));
    }

    /** How many clients run an image, as far as anybody said. */
    static long clients(String image) {
        List<Long> counts = List.of(2L, 61L, 18L, 240L);
        int place = series().get(BUSTER).indexOf(image);
        return place < 0 ? -1 : counts.get(place);
    }

    /** Oldest first. */
    static List<String> images() {
        return List.of(buster(0), buster(1), bullseye(0), buster(2), buster(3), bullseye(1));
    }

    static String stamp(String image) {
        return image.replaceFirst("-amd64$", "").replaceFirst("^.*-(?=\\d{4}-\\d{2}-\\d{2}-)", "");
    }

    static RepositoryStatus status() {
        return new RepositoryStatus(
                NAME,
                "/srv/mirror/" + NAME,
                "puavo",
                Health.HEALTHY,
                EnumSet.of(Capability.UPSTREAM),
                new RepositoryConfig(
                        RepositoryConfig.FORMAT,
                        "ffeeddccbbaa99887766554433221100",
                        NAME,
                        "puavo",
                        new Upstream(
                                "file:///srv/puavo-os-images/",
                                Map.of(
                                        "base-url",
                                        List.of("https://images.example.org"),
                                        "clients",
                                        List.of(
                                                buster(0) + "=2",
                                                buster(1) + "=61",
                                                buster(2) + "=18",
                                                buster(3) + "=240"))),
                        TransferSettings.standard(),
                        new Policies(0, 2, 60, false),
                        channels(),
                        List.of(),
                        Map.of()),
                channels(),
                images().size(),
                Optional.of(bullseye(1)),
                Optional.of(SampleHistory.NOW.minus(Duration.ofMinutes(4))),
                Optional.empty(),
                Optional.empty(),
                213_000_000_000L,
                List.of());
    }

    static Timeline timeline() {
        List<Version> versions = new ArrayList<>();
        for (String image : images()) {
            versions.add(version(image, versions.size()));
        }
        return new Timeline(versions, List.of(lane(BUSTER), lane(BULLSEYE)), SampleHistory.NOW);
    }

    private static List<Channel> channels() {
        return List.of(channel(BUSTER), channel(BULLSEYE));
    }

    private static Channel channel(String name) {
        return new Channel(
                name,
                "meta/" + name + ".json",
                Optional.of(series().get(name).getLast()),
                Optional.empty(),
                ChannelPolicy.careful());
    }

    private static Version version(String image, int number) {
        String series = image.startsWith("puavo-os-amxa-buster") ? BUSTER : BULLSEYE;
        boolean last = series().get(series).getLast().equals(image);
        return new Version(
                image,
                number + 1,
                VersionState.SEALED,
                built(image),
                "mirror@deploy-1",
                1,
                SIZE + number * 40_000_000L,
                310_000_000L + number * 90_000_000L,
                "c4".repeat(32),
                Optional.empty(),
                Optional.of(built(image).plusSeconds(900)),
                Optional.empty(),
                last ? List.of(series) : List.of(),
                List.of());
    }

    private static Lane lane(String series) {
        List<Lane.Span> spans = new ArrayList<>();
        List<String> members = series().get(series);
        for (int i = 0; i < members.size(); i++) {
            Optional<Instant> end = i + 1 < members.size()
                    ? Optional.of(built(members.get(i + 1)).plusSeconds(7_200))
                    : Optional.empty();
            spans.add(new Lane.Span(members.get(i), built(members.get(i)).plusSeconds(7_200), end, false, false));
        }
        return new Lane(series, spans, Optional.empty());
    }

    private static Instant built(String image) {
        String stamp = stamp(image);
        return Instant.parse("%sT%s:%s:%sZ"
                .formatted(
                        stamp.substring(0, 10),
                        stamp.substring(11, 13),
                        stamp.substring(13, 15),
                        stamp.substring(15, 17)));
    }
}
