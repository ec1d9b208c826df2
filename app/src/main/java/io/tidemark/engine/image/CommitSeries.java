package io.tidemark.engine.image;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.kind.CommitDelta;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.kind.CommitView.Line;
import io.tidemark.kind.CommitView.Published;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The commits of one repository that take part in deltas: of each channel those that its ref published last, as many as the
 * settings say; and those that deltas on the disk start from or lead to.
 *
 * @param items by id, those of a channel oldest first
 * @param series ids by channel, oldest first
 * @param deltas what lies there
 * @param notices what is left out, and why
 */
record CommitSeries(
        CommitNow now,
        Map<String, CommitItem> items,
        Map<String, List<String>> series,
        CommitDeltas.Lying deltas,
        List<Notice> notices) {

    private static final String COMMITS = "delta-commits";
    static final String CHANNELS = "delta-channels";
    private static final int MOST = 1000;

    static CommitSeries of(CommitNow now, KnownWeights.Reader weights) throws ProblemException, InterruptedException {
        CommitSeries all = new CommitSeries(
                now, new LinkedHashMap<>(), new TreeMap<>(), now.tree().deltas().lying(root(now)), new ArrayList<>());
        List<String> channels = now.options().all(CHANNELS);
        Map<String, Boolean> tells = new HashMap<>();
        for (Line line : now.view().lines()) {
            if (channels.isEmpty() || channels.contains(line.channel())) {
                all.add(line, tells, weights);
            }
        }
        all.others();
        return all;
    }

    private static Path root(CommitNow now) {
        return now.repository().store().root();
    }

    private void add(Line line, Map<String, Boolean> tells, KnownWeights.Reader weights)
            throws ProblemException, InterruptedException {
        String at = now.tree().deltas().at(root(now), line.link());
        if (!tells.containsKey(at)) {
            boolean told = now.tree().deltas().tells(root(now), at, now.options());
            tells.put(at, told);
            if (!told) {
                notices.add(Notice.warning("notice.commit.delta-untold", "object", at.isEmpty() ? "." : at));
            }
        }
        if (tells.get(at)) {
            add(line.channel(), at, last(line.published()), weights);
        }
    }

    private void add(String channel, String at, List<Published> published, KnownWeights.Reader weights)
            throws ProblemException, InterruptedException {
        List<String> members = new ArrayList<>();
        for (Published each : published) {
            if (weights.whole(at, each.commit()).isPresent()) {
                CommitItem item = new CommitItem(at, each.commit(), each.version());
                items.putIfAbsent(item.id(), item);
                members.add(item.id());
            }
        }
        if (!members.isEmpty()) {
            series.put(channel, members);
        }
    }

    private List<Published> last(List<Published> published) throws ProblemException {
        int most = most(now.options());
        return published.subList(Math.max(0, published.size() - most), published.size());
    }

    /** How many commits of a channel take part. */
    static int most(Upstream upstream) throws ProblemException {
        return (int) DeltaSettings.number(upstream, COMMITS, "10", MOST);
    }

    /** What deltas start from or lead to beside those. */
    private void others() {
        Map<String, String> versions = new HashMap<>();
        now.view()
                .lines()
                .forEach(line -> line.published().forEach(each -> versions.put(each.commit(), each.version())));
        for (CommitDelta delta : deltas.deltas()) {
            delta.from().ifPresent(from -> other(delta.at(), from, versions));
            other(delta.at(), delta.to(), versions);
        }
    }

    private void other(String at, String commit, Map<String, String> versions) {
        CommitItem item = new CommitItem(at, commit, versions.getOrDefault(commit, ""));
        items.putIfAbsent(item.id(), item);
    }

    /** The channels without some commits. */
    CommitSeries without(Set<String> left) {
        Map<String, List<String>> others = new TreeMap<>();
        series.forEach((channel, members) -> {
            List<String> staying =
                    members.stream().filter(id -> !left.contains(id)).toList();
            if (!staying.isEmpty()) {
                others.put(channel, staying);
            }
        });
        return new CommitSeries(now, items, others, deltas, notices);
    }

    /** The commit of a channel that people mean by a word, the newest of several. */
    String named(String channel, String word) throws ProblemException {
        List<String> members = series.getOrDefault(channel, List.of());
        for (String id : members.reversed()) {
            if (items.get(id).called(word)) {
                return id;
            }
        }
        throw new ProblemException(
                Problem.of("commit.no-commit", Problem.Category.USAGE, "object", word, "channel", channel));
    }

    /** Whether a setting of the repository is switched on. */
    boolean wants(String option) {
        Upstream options = now.options();
        return options.one(option, "").equals("true");
    }
}
