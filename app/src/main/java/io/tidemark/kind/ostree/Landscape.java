package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitView;
import io.tidemark.kind.CommitView.Line;
import io.tidemark.kind.CommitView.Published;
import io.tidemark.model.Names;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition.FoundVersion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * the first time; a later commit of the same content publishes it, under another ref or again. Used once.
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

    private record Known(String name, String version, String member) {}

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
                            .ifPresent(commit -> know(each.getKey(), commit, member));
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
        List<Line> lines = new ArrayList<>();
        for (Member member : members) {
            List<Ref> refs = member.repository().refs().stream()
                    .filter(ref -> ref.alias().isEmpty())
                    .toList();
            for (Ref ref : refs) {
                lines.add(new Line(
                        names.of(member, ref.name(), refs.size()),
                        member.at("refs/heads/" + ref.name()),
                        published(member, ref)));
            }
        }
        return new CommitView(lines, fresh, notices);
    }

    private List<Published> published(Member member, Ref ref) throws ProblemException {
        OpenRepository.History history = member.repository().history(ref.commit(), LONGEST_HISTORY);
        Map<Checksum, Published> published = new LinkedHashMap<>();
        for (Commit commit : history.commits().reversed()) {
            Optional<String> name = Optional.ofNullable(byCommit.get(commit.id()));
            if (member.repository().partial(commit.id())) {
                notices.add(Notice.warning(
                        "notice.ostree.partial", "object", commit.id().brief(), "ref", ref.name()));
                name = name.or(() -> publishes(member, commit));
            } else {
                name = Optional.of(name(member, commit));
            }
            name.ifPresent(known -> published.put(
                    commit.id(),
                    new Published(known, commit.id().hex(), commit.content().time())));
        }
        return List.copyOf(published.values());
    }

    private String name(Member member, Commit commit) {
        String known = byCommit.get(commit.id());
        return known != null ? known : publishes(member, commit).orElseGet(() -> enlist(member, commit));
    }

    /** The version whose content it is: of the same version string, or whatever it is called in another repository. */
    private Optional<String> publishes(Member member, Commit commit) {
        List<Known> same = byContent.getOrDefault(commit.contentChecksum(), List.of());
        Optional<Known> called = same.stream()
                .filter(each -> each.version().equals(commit.version())
                        || each.version().isEmpty()
                        || commit.version().isEmpty())
                .findFirst();
        Optional<Known> elsewhere = same.stream()
                .filter(each -> !each.member().equals(member.name()))
                .reduce((older, newer) -> newer);
        Optional<String> found = called.or(() -> elsewhere).map(Known::name);
        found.ifPresent(name -> byCommit.put(commit.id(), name));
        return found;
    }

    private String enlist(Member member, Commit commit) {
        String name = free(commit);
        taken.add(name);
        fresh.add(new FoundVersion(name, member.at(ObjectType.COMMIT.path(commit.id()))));
        know(name, commit, member);
        return name;
    }

    private void know(String name, Commit commit, Member member) {
        byCommit.put(commit.id(), name);
        byContent
                .computeIfAbsent(commit.contentChecksum(), _ -> new ArrayList<>())
                .add(new Known(name, commit.version(), member.name()));
    }

    private String free(Commit commit) {
        String version = commit.version();
        if (Names.validVersion(version) && !taken.contains(version)) {
            return version;
        }
        String start = Names.validVersion(version)
                ? version
                : LocalDate.ofInstant(commit.content().time(), ZoneOffset.UTC).toString();
        String brief = start + "-" + commit.id().hex().substring(0, DIGITS);
        return Names.validVersion(brief) && !taken.contains(brief)
                ? brief
                : commit.id().hex();
    }
}
