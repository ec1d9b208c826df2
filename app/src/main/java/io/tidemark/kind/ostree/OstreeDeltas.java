package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDelta;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.CommitReady;
import io.tidemark.kind.CommitReady.Document;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import io.tidemark.program.Ostree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The static deltas of OSTree repositories, made by the program {@code ostree}. */
record OstreeDeltas(Ostree ostree) implements CommitDeltas {

    @Override
    public Lying lying(Path root) throws ProblemException {
        List<CommitDelta> deltas = new ArrayList<>();
        Set<String> stale = new HashSet<>();
        for (Member member : Member.of(root)) {
            ToldDeltas told = ToldDeltas.of(member.repository());
            Set<String> names = new HashSet<>();
            for (StaticDeltas.Delta each : new StaticDeltas(member.repository().path()).read()) {
                names.add(each.name());
                deltas.add(StaticDeltas.weighed(member, each, told.tells(each.name())));
            }
            if (!told.same(names)) {
                stale.add(member.path());
            }
        }
        return new Lying(deltas, stale);
    }

    @Override
    public String at(Path root, String link) throws ProblemException {
        return Member.of(root).stream()
                .filter(member -> member.holds(link))
                .map(Member::path)
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean tells(Path root, String at, Upstream options) throws ProblemException {
        OpenRepository repository = Member.at(root, at).repository();
        return new Custody(repository, OstreeOptions.of(options)).ours()
                && repository.settings().archive();
    }

    @Override
    public Weights weights(Path root, String at) throws ProblemException {
        return new CommitObjects(Member.at(root, at).repository());
    }

    @Override
    public Making making(CommitPlace place) throws ProblemException {
        return new DeltaBench(ostree, place.root(), place.scratch());
    }

    @Override
    public CommitReady tell(
            CommitPlace place, Set<String> at, Collection<CommitDelta> gone, Upstream options, JobContext job)
            throws ProblemException, InterruptedException {
        Set<String> paths = gone.stream().map(OstreeDeltas::path).collect(Collectors.toSet());
        List<Document> documents = new ArrayList<>();
        for (Member member : Member.of(place.root())) {
            if (at.contains(member.path())) {
                Scratch scratch = Scratch.of(member, place.scratch());
                scratch.showDeltas(new StaticDeltas(member.repository().path())
                        .read().stream()
                                .map(StaticDeltas.Delta::path)
                                .filter(each -> !paths.contains(member.at(each)))
                                .toList());
                ostree.refs(scratch.path()).summarise(OstreeOptions.of(options).signing(), job);
                documents.addAll(scratch.ready().documents());
            }
        }
        return OstreeCommits.finished(place, new CommitReady(documents, List.of(), List.of()));
    }

    @Override
    public long remove(Path root, Collection<CommitDelta> gone) throws ProblemException {
        long freed = 0;
        for (Member member : Member.of(root)) {
            try {
                for (CommitDelta each : gone) {
                    if (each.at().equals(member.path())) {
                        freed += DeltaRemoval.of(
                                member.repository().path().resolve(delta(each).path()));
                    }
                }
                freed += DeltaRemoval.remains(member.repository().path());
            } catch (IOException failed) {
                throw Problems.unreadable(member.repository().path().resolve("deltas"), failed);
            }
        }
        return freed;
    }

    private static StaticDeltas.Delta delta(CommitDelta each) {
        return new StaticDeltas.Delta(each.from().map(Checksum::new), new Checksum(each.to()), each.bytes());
    }

    private static String path(CommitDelta each) {
        return Optional.of(each.at())
                        .filter(at -> !at.isEmpty())
                        .map(at -> at + "/")
                        .orElse("")
                + delta(each).path();
    }
}
