package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitView;
import io.tidemark.kind.CommitView.Line;
import io.tidemark.kind.CommitView.Published;
import io.tidemark.model.Names;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition.FoundVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Goes through all refs and their histories and tells versions from publications: a version is content that was committed for
 * the first time; a later commit of the same content publishes it, under another ref or again. What publishes which is said
 * when all versions are known, so that every reader says the same. Used once.
 */
final class Landscape {

    private static final int LONGEST_HISTORY = 10_000;
    private static final int DIGITS = 8;

    private final List<Member> members;
    private final Map<Checksum, List<Known>> byContent = new HashMap<>();
    private final Map<Checksum, String> byCommit = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<FoundVersion> fresh = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Landscape(List<Member> members) {
        this.members = members;
    }

    /** A version: what it is called here and by its commit, where and when it was committed. */
    private record Known(String name, String version, String member, Instant time) {

        /** Of two that a commit may publish, the younger one that was there already. */
        static Comparator<Known> before(Instant time) {
            Comparator<Known> there = Comparator.comparing(each -> !each.time().isAfter(time));
            Comparator<Known> nearer = Comparator.comparing(
                    each -> Duration.between(each.time(), time).abs().negated());
            return there.thenComparing(nearer).thenComparing(Known::name);
        }
    }

    /** What counts of a commit here; the whole of it may hold a list of a thousand packages. */
    private record Step(Checksum id, Checksum content, String version, Instant time, boolean partial) {

        static Step of(Member member, Commit commit) {
            return new Step(
                    commit.id(),
                    commit.contentChecksum(),
                    commit.version(),
                    commit.content().time(),
                    member.repository().partial(commit.id()));
        }
    }

    /** A ref, one of so many in its repository, and what it came from, oldest first. */
    private record Trail(Member member, Ref ref, int refs, List<Step> steps) {}

    /** Takes the versions that have names already; what cannot be read any more keeps its name all the same. */
    Landscape knowing(Map<String, String> versions) throws ProblemException {
        taken.addAll(versions.keySet());
        for (Map.Entry<String, String> each : new TreeMap<>(versions).entrySet()) {
            for (Member member : members) {
                Optional<Place> place = Place.of(Path.of(each.getValue()));
                if (place.isPresent() && member.holds(each.getValue())) {
                    member.repository()
                            .objects()
                            .findCommit(place.get().commit())
                            .ifPresent(commit -> know(each.getKey(), Step.of(member, commit), member));
                }
            }
        }
        return this;
    }

    /** All of it; channels have the names that these links have already, or new ones. */
    CommitView view(Map<String, String> channels) throws ProblemException {
        Map<String, String> byLink = new HashMap<>();
        channels.forEach((name, link) -> byLink.put(link, name));
        ChannelNames names = new ChannelNames(byLink);
        List<Trail> trails = trails();
        for (Trail trail : trails) {
            enlist(trail);
        }
        List<Line> lines = new ArrayList<>();
        for (Trail trail : trails) {
            lines.add(new Line(
                    names.of(trail.member(), trail.ref().name(), trail.refs()),
                    trail.member().at("refs/heads/" + trail.ref().name()),
                    published(trail)));
        }
        return new CommitView(lines, fresh, notices);
    }

    private List<Trail> trails() throws ProblemException {
        List<Trail> trails = new ArrayList<>();
        for (Member member : members) {
            List<Ref> refs = member.repository().refs().stream()
                    .filter(ref -> ref.alias().isEmpty())
                    .toList();
            for (Ref ref : refs) {
                List<Step> steps =
                        member.repository().history(ref.commit(), LONGEST_HISTORY).commits().reversed().stream()
                                .map(commit -> Step.of(member, commit))
                                .toList();
                trails.add(new Trail(member, ref, refs.size(), steps));
            }
        }
        return trails;
    }

    private void enlist(Trail trail) {
        for (Step step : trail.steps()) {
            boolean known = byCommit.containsKey(step.id()) || step.partial();
            if (!known && publishes(trail.member(), step).isEmpty()) {
                enlist(trail.member(), step);
            }
        }
    }

    private List<Published> published(Trail trail) {
        Map<Checksum, Published> published = new LinkedHashMap<>();
        for (Step step : trail.steps()) {
            if (step.partial()) {
                notices.add(Notice.warning(
                        "notice.ostree.partial",
                        "object",
                        step.id().brief(),
                        "ref",
                        trail.ref().name()));
            }
            Optional.ofNullable(byCommit.get(step.id()))
                    .or(() -> publishes(trail.member(), step))
                    .ifPresent(name -> published.put(
                            step.id(), new Published(name, step.id().hex(), step.time())));
        }
        return List.copyOf(published.values());
    }

    /**
     * The version whose content it is: of the same version string; of none, where one of the two has none; or whatever it is
     * called in another repository.
     */
    private Optional<String> publishes(Member member, Step step) {
        List<Known> same = byContent.getOrDefault(step.content(), List.of());
        Comparator<Known> order = Known.before(step.time());
        String version = step.version();
        return same.stream()
                .filter(each -> each.version().equals(version))
                .max(order)
                .or(() -> same.stream()
                        .filter(each -> each.version().isEmpty() || version.isEmpty())
                        .max(order))
                .or(() -> same.stream()
                        .filter(each -> !each.member().equals(member.name()))
                        .max(order))
                .map(Known::name);
    }

    private void enlist(Member member, Step step) {
        String name = free(step);
        taken.add(name);
        fresh.add(new FoundVersion(name, member.at(ObjectType.COMMIT.path(step.id()))));
        know(name, step, member);
    }

    private void know(String name, Step step, Member member) {
        byCommit.put(step.id(), name);
        byContent
                .computeIfAbsent(step.content(), _ -> new ArrayList<>())
                .add(new Known(name, step.version(), member.name(), step.time()));
    }

    private String free(Step step) {
        String version = step.version();
        if (Names.validVersion(version) && !taken.contains(version)) {
            return version;
        }
        String start = Names.validVersion(version)
                ? version
                : LocalDate.ofInstant(step.time(), ZoneOffset.UTC).toString();
        String brief = start + "-" + step.id().hex().substring(0, DIGITS);
        return Names.validVersion(brief) && !taken.contains(brief)
                ? brief
                : step.id().hex();
    }
}
