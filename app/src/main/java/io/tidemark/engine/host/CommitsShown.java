package io.tidemark.engine.host;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.Documents;
import io.tidemark.host.publish.PublicDocuments;
import io.tidemark.host.publish.PublicTree;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitFiles;
import io.tidemark.kind.CommitReady;
import io.tidemark.kind.CommitTold;
import io.tidemark.kind.CommitView;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the clients of a copy of commits are to be told: what clients here are told, signatures and all, once everything that
 * it speaks of lies there.
 */
record CommitsShown(Sealed sealed, CopyState state, SshConnection connection, String place) {

    /** Of a channel that shows the version here. */
    Told forward(String channel, JobContext job) throws ProblemException, InterruptedException {
        CommitNow now = CommitNow.of(sealed.repository());
        CommitView.Line line = line(now, channel);
        CommitTold told = now.tree().told(sealed.repository().store().root(), line.link());
        Map<String, Long> names = names(now, told, job);
        SequencedMap<String, byte[]> contents = new LinkedHashMap<>();
        told.documents().forEach(document -> contents.put(document.path(), document.content()));
        Map<String, String> there = digests(told);
        Map<String, Documents> beside = new HashMap<>();
        List<String> moving = new ArrayList<>();
        Documents own = documents(line.link(), sealed.version().name(), contents, told, names);
        for (CommitView.Line other : now.view().lines()) {
            String link = other.link();
            if (told.commits().containsKey(link) && !link.equals(line.link())) {
                Documents documents = documents(link, version(other), contents, told, names);
                if (state.links().containsKey(other.channel())) {
                    beside.put(other.channel(), documents);
                }
                if (there.containsKey(link) && !there.get(link).equals(documents.digest())) {
                    moving.add(other.channel());
                }
            }
        }
        boolean current =
                contents.keySet().stream().allMatch(path -> own.digest(path).equals(there.get(path)))
                        && told.absent().stream().noneMatch(there::containsKey);
        return new Told(own, current, beside, moving);
    }

    private CommitView.Line line(CommitNow now, String channel) throws ProblemException {
        Optional<CommitView.Line> line = now.view().line(channel);
        String shown = line.map(CommitsShown::version).orElse("");
        if (!shown.equals(sealed.version().name())) {
            throw new ProblemException(Problem.of(
                    "host.commit-elsewhere",
                    Problem.Category.REFUSED,
                    "object",
                    sealed.version().name(),
                    "channel",
                    channel,
                    "repository",
                    sealed.repository().name()));
        }
        return line.orElseThrow();
    }

    private static String version(CommitView.Line line) {
        return line.head().map(CommitView.Published::version).orElse("");
    }

    private static Documents documents(
            String link,
            String version,
            SequencedMap<String, byte[]> contents,
            CommitTold told,
            Map<String, Long> names) {
        return new Documents(link, version, List.of(version), "", contents, told.absent(), names);
    }

    private Map<String, String> digests(CommitTold told) throws ProblemException, InterruptedException {
        List<String> paths = new ArrayList<>(
                told.documents().stream().map(CommitReady.Document::path).toList());
        paths.addAll(told.absent());
        return new PublicDocuments(connection, place).digests(paths);
    }

    /** What has to lie there whenever that is told: commits, signatures and deltas. All else was compared now. */
    private Map<String, Long> names(CommitNow now, CommitTold told, JobContext job)
            throws ProblemException, InterruptedException {
        Map<String, Long> names = new HashMap<>();
        List<String> commits = told.commits().values().stream().distinct().toList();
        for (CommitFiles files : now.tree().files(sealed.repository().store().root(), commits, true, job)) {
            Map<String, Long> there = PublicTree.sizes(connection, place + "/" + files.at());
            for (Map.Entry<String, Long> file : files.files().entrySet()) {
                String whole = files.whole(file.getKey());
                boolean mark = files.marks().contains(file.getKey());
                boolean brought = !mark || state.papers().companion(whole).isPresent();
                if (!brought || !file.getValue().equals(there.get(file.getKey()))) {
                    throw missing(now, told, whole);
                }
                if (mark) {
                    names.put(whole, file.getValue());
                }
            }
        }
        return names;
    }

    /** Names the version that has to be published: this one, or another one of which the same summary speaks. */
    private ProblemException missing(CommitNow now, CommitTold told, String path) {
        Optional<String> version = now.view().lines().stream()
                .filter(line -> path.equals(told.commits().get(line.link())))
                .map(CommitsShown::version)
                .findFirst();
        return new ProblemException(Problem.of(
                "host.commit-missing",
                Problem.Category.REFUSED,
                "object",
                place,
                "path",
                path,
                "version",
                version.orElse(sealed.version().name())));
    }
}
