package io.tidemark.ui;

import io.tidemark.kind.git.GitKind;
import io.tidemark.kind.ostree.OstreeKind;
import io.tidemark.model.Capability;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Lane;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.Policies;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.RepositoryStatus.Health;
import io.tidemark.model.Timeline;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.model.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The repositories in the pictures, at a glance. */
final class SampleRepositories {

    static final List<String> NAMES =
            List.of("alpine-thin-clients", "alpine-servers", "panoptiscan", "antivirus-data", "deploy-scripts");

    private SampleRepositories() {}

    static RepositoryStatus status(String name) {
        if (name.equals(SamplePuavo.NAME)) {
            return SamplePuavo.status();
        }
        boolean alpine = name.startsWith("alpine");
        Timeline timeline = timeline(name);
        Health health = name.equals("antivirus-data") ? Health.WARNING : Health.HEALTHY;
        return new RepositoryStatus(
                name,
                "/srv/mirror/" + name,
                kind(name),
                health,
                capabilities(name),
                config(name, alpine),
                channels(name),
                timeline.versions().size(),
                name.equals(SampleHistory.ALPINE)
                        ? Optional.of("3.15.5")
                        : Optional.of(timeline.versions().getLast().name()),
                Optional.of(SampleHistory.NOW.minus(Duration.ofMinutes(4))),
                name.equals(SampleHistory.ALPINE) ? Optional.of("3.15.6") : Optional.empty(),
                name.equals(SampleHistory.ALPINE)
                        ? Optional.of(new Writer(
                                SampleHistory.ACTOR, "deploy-1", 4711, "update", SampleHistory.NOW.minusSeconds(90)))
                        : Optional.empty(),
                213_000_000_000L,
                health == Health.WARNING
                        ? List.of(Notice.warning(
                                "gate.tree.stale", "date", SampleHistory.at("2022-06-14T04:00:00Z"), "limit", 60))
                        : List.of());
    }

    private static String kind(String name) {
        if (name.equals(SampleCommits.NAME)) {
            return "git";
        }
        return name.equals(SampleRecipes.NAME) ? "ostree" : name.startsWith("alpine") ? "alpine" : "tree";
    }

    private static Set<Capability> capabilities(String name) {
        return switch (kind(name)) {
            case "git" -> EnumSet.of(Capability.UPSTREAM, Capability.SNAPSHOT, Capability.COMMITS);
            case "tree" -> EnumSet.of(Capability.UPSTREAM, Capability.SNAPSHOT);
            case "ostree" -> EnumSet.of(Capability.UPSTREAM, Capability.RECIPES, Capability.REFS);
            default -> EnumSet.complementOf(EnumSet.of(Capability.COMMITS, Capability.REFS, Capability.RECIPES));
        };
    }

    /** The same whose kind can do more. */
    static RepositoryStatus able(RepositoryStatus status, Set<Capability> more) {
        Set<Capability> all = EnumSet.copyOf(status.capabilities());
        all.addAll(more);
        return new RepositoryStatus(
                status.name(),
                status.dir(),
                status.kind(),
                status.health(),
                all,
                status.config(),
                status.channels(),
                status.versions(),
                status.newest(),
                status.upstreamChecked(),
                status.upstreamOffers(),
                status.writer(),
                status.freeBytes(),
                status.notices());
    }

    /** The same with channels rolled back to the given versions. */
    static RepositoryStatus with(RepositoryStatus status, Map<String, String> moved) {
        List<Channel> channels = status.channels().stream()
                .map(channel -> moved.containsKey(channel.name())
                        ? SampleHistory.rolledBack(channel, moved.get(channel.name()))
                        : channel)
                .toList();
        return new RepositoryStatus(
                status.name(),
                status.dir(),
                status.kind(),
                status.health(),
                status.capabilities(),
                status.config(),
                channels,
                status.versions(),
                status.newest(),
                status.upstreamChecked(),
                status.upstreamOffers(),
                status.writer(),
                status.freeBytes(),
                status.notices());
    }

    static Timeline timeline(String name) {
        return switch (name) {
            case SampleHistory.ALPINE -> SampleHistory.timeline();
            case SamplePuavo.NAME -> SamplePuavo.timeline();
            case SampleOstree.NAME -> SampleOstree.timeline();
            default -> plain();
        };
    }

    static List<KindInfo> kinds() {
        return List.of(
                new KindInfo(
                        "alpine",
                        Phrase.of("kind.alpine.title"),
                        EnumSet.complementOf(EnumSet.of(Capability.COMMITS, Capability.REFS, Capability.RECIPES)),
                        alpineOptions()),
                new GitKind().info(),
                new OstreeKind().info(),
                new KindInfo(
                        "tree",
                        Phrase.of("kind.tree.title"),
                        EnumSet.of(Capability.UPSTREAM, Capability.SNAPSHOT),
                        List.of(
                                list("kind.tree.", "include", List.of(), List.of()),
                                list("kind.tree.", "exclude", List.of(), List.of()))),
                new KindInfo(
                        "puavo",
                        Phrase.of("kind.puavo.title"),
                        EnumSet.of(Capability.UPSTREAM),
                        List.of(
                                list("kind.puavo.", "series", List.of(), List.of()),
                                option(
                                        "kind.puavo.",
                                        "base-url",
                                        KindInfo.Option.Type.TEXT,
                                        false,
                                        List.of(),
                                        List.of()))));
    }

    private static List<KindInfo.Option> alpineOptions() {
        String alpine = "kind.alpine.";
        return List.of(
                option(alpine, "branch", KindInfo.Option.Type.TEXT, true, List.of(), List.of()),
                list(
                        alpine,
                        "arch",
                        List.of("x86_64", "x86", "aarch64", "armhf", "armv7", "ppc64le", "s390x"),
                        List.of("x86_64")),
                list(
                        alpine,
                        "repos",
                        List.of("main", "community", "releases", "testing"),
                        List.of("main", "community", "releases")),
                list(
                        alpine,
                        "flavors",
                        List.of("all", "standard", "extended", "virt", "xen", "netboot", "minirootfs"),
                        List.of("all")),
                option(alpine, "prefix", KindInfo.Option.Type.TEXT, false, List.of(), List.of()));
    }

    private static KindInfo.Option list(String kind, String name, List<String> choices, List<String> preset) {
        return option(kind, name, KindInfo.Option.Type.LIST, false, choices, preset);
    }

    private static KindInfo.Option option(
            String kind,
            String name,
            KindInfo.Option.Type type,
            boolean required,
            List<String> choices,
            List<String> preset) {
        return new KindInfo.Option(
                name, Phrase.of(kind + name), Phrase.of(kind + name + ".help"), type, required, choices, preset);
    }

    private static List<Channel> channels(String name) {
        if (name.equals(SampleOstree.NAME)) {
            return SampleOstree.channels();
        }
        return name.equals(SampleHistory.ALPINE)
                ? SampleHistory.channels()
                : List.of(new Channel(
                        "current", "../" + name, Optional.of("2022-08-15"), Optional.empty(), ChannelPolicy.careful()));
    }

    private static RepositoryConfig config(String name, boolean alpine) {
        return new RepositoryConfig(
                RepositoryConfig.FORMAT,
                "00112233445566778899aabbccddeeff",
                name,
                alpine ? "alpine" : "tree",
                alpine
                        ? new Upstream(
                                "https://dl-cdn.alpinelinux.org/alpine",
                                Map.of(
                                        "branch", List.of("v3.15"),
                                        "arch", List.of("x86_64"),
                                        "repos", List.of("main", "community", "releases")))
                        : new Upstream("https://downloads.example.org/" + name + "/", Map.of()),
                TransferSettings.standard(),
                new Policies(5, 2, 60, false),
                channels(name),
                alpine
                        ? List.of(new PinnedKey("builder-61666e3f.rsa.pub", "SHA256:" + "5f3a".repeat(16), ""))
                        : List.of(),
                Map.of());
    }

    /** A weekly version of a small tree, each published the day after. */
    private static Timeline plain() {
        List<Version> versions = new ArrayList<>();
        List<Lane.Span> spans = new ArrayList<>();
        for (int week = 9; week >= 0; week--) {
            Instant made = Instant.parse("2022-08-15T04:00:00Z").minus(Duration.ofDays(7L * week));
            String version = made.toString().substring(0, 10);
            versions.add(new Version(
                    version,
                    10 - week,
                    VersionState.SEALED,
                    made,
                    "mirror@deploy-1",
                    3,
                    212_000_000L,
                    40_000_000L + week * 9_000_000L,
                    "ab".repeat(32),
                    Optional.empty(),
                    Optional.of(made),
                    Optional.empty(),
                    week == 0 ? List.of("current") : List.of(),
                    List.of()));
            spans.add(new Lane.Span(
                    version,
                    made.plusSeconds(600),
                    week == 0
                            ? Optional.empty()
                            : Optional.of(made.plus(Duration.ofDays(7)).plusSeconds(600)),
                    false,
                    false));
        }
        return new Timeline(versions, List.of(new Lane("current", spans, Optional.empty())), SampleHistory.NOW);
    }
}
