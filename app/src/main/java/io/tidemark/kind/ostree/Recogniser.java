package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitView;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import io.tidemark.program.OstreeNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises one OSTree repository, or several that lie side by side. Reads refs, commits and settings. */
record Recogniser(Path root) {

    Optional<Recognition> look() throws ProblemException {
        List<Member> members = Member.of(root);
        int score = score(members);
        return score == 0 ? Optional.empty() : Optional.of(recognition(members, score));
    }

    private static int score(List<Member> members) {
        Set<String> names = members.stream().map(Member::name).collect(Collectors.toSet());
        if (names.contains("")) {
            return 90;
        } else if (names.containsAll(Set.of(Member.DEV, Member.PROD))) {
            return 95;
        }
        return members.size() > 1 || names.contains(Member.DEV) || names.contains(Member.PROD) ? 70 : 0;
    }

    private Recognition recognition(List<Member> members, int score) throws ProblemException {
        CommitView view = new Landscape(members).view(Map.of());
        List<Recognition.FoundChannel> channels = view.lines().stream()
                .map(line -> new Recognition.FoundChannel(
                        line.channel(),
                        line.link(),
                        line.head().map(CommitView.Published::version).orElse("")))
                .toList();
        List<Notice> notices = new ArrayList<>(view.notices());
        for (Member member : members) {
            notices.addAll(notices(member));
        }
        return new Recognition(OstreeKind.ID, score, view.fresh(), channels, List.of(), upstream(members), notices);
    }

    private static List<Notice> notices(Member member) throws ProblemException {
        List<Notice> notices = new ArrayList<>();
        OpenRepository repository = member.repository();
        if (!repository.settings().archive()) {
            notices.add(Notice.warning(
                    "notice.ostree.mode",
                    "object",
                    repository.path(),
                    "mode",
                    repository.settings().mode()));
        }
        Optional<Summary> summary = repository.summary();
        for (Ref ref : repository.refs()) {
            if (summary.isPresent() && !summary.get().tells(ref.name(), ref.commit())) {
                notices.add(Notice.warning("notice.ostree.stale", "object", repository.path(), "ref", ref.name()));
            }
        }
        notices.addAll(new Custody(repository, OstreeOptions.of(Upstream.none())).notices());
        return notices;
    }

    /** Where the first of them pulls from already. */
    private static Upstream upstream(List<Member> members) throws ProblemException {
        for (Settings.Remote remote : members.getFirst().repository().settings().remotes()) {
            if (OstreeNames.isAddress(remote.url())) {
                return OstreeOptions.complete(new Upstream(remote.url(), Map.of()));
            }
        }
        return Upstream.none();
    }
}
