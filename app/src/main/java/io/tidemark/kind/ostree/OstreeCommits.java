package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDamage;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.kind.CommitFetch;
import io.tidemark.kind.CommitFiles;
import io.tidemark.kind.CommitMove;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.CommitReady;
import io.tidemark.kind.CommitTold;
import io.tidemark.kind.CommitTree;
import io.tidemark.kind.CommitView;
import io.tidemark.kind.Survey;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import io.tidemark.program.Ostree;
import io.tidemark.program.OstreeUpkeep;
import io.tidemark.program.RpmOstree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OSTree repositories as the engine works on them, by the program {@code ostree} in scratch repositories. */
record OstreeCommits(Ostree ostree, RpmOstree composer) implements CommitTree {

    @Override
    public CommitView view(Path root, Map<String, String> versions, Map<String, String> channels)
            throws ProblemException {
        return new Landscape(Member.of(root)).knowing(versions).view(channels);
    }

    @Override
    public void found(Path root, JobContext job) throws ProblemException, InterruptedException {
        requireProgram(root, job);
        for (String name : List.of(Member.DEV, Member.PROD)) {
            try {
                ostree.content(Files.createDirectories(root.resolve(name))).init(job);
            } catch (IOException failed) {
                throw Problems.unreadable(root, failed);
            }
        }
    }

    @Override
    public String link(Path root, String channel, Upstream options, String version) throws ProblemException {
        return new NewLinks(root, OstreeOptions.of(options)).link(channel, root.resolve(version));
    }

    @Override
    public CommitMove.Way way(Path root, CommitMove move) throws ProblemException {
        Bearings bearings = Bearings.of(root, move);
        CommitMove.Way way = bearings.way(move);
        bearings.requireOurs(way, OstreeOptions.of(move.options()));
        return way;
    }

    @Override
    public CommitReady move(CommitPlace place, CommitMove move, JobContext job)
            throws ProblemException, InterruptedException {
        requireProgram(place.root(), job);
        return finished(place, new Moving(ostree, Bearings.of(place.root(), move), move, job).run(place));
    }

    @Override
    public List<CommitFiles> files(Path root, List<String> commits, boolean strict, JobContext job)
            throws ProblemException, InterruptedException {
        return Holdings.of(root, commits, strict, job);
    }

    @Override
    public Optional<String> otherRef(Path root, String commit) throws ProblemException {
        for (Member member : Member.of(root)) {
            Optional<Place> place = member.holds(commit) ? Place.of(Path.of(commit)) : Optional.empty();
            Optional<String> ref =
                    place.isPresent() ? member.repository().otherRef(place.get().commit()) : Optional.empty();
            if (ref.isPresent()) {
                return ref.map(member::at);
            }
        }
        return Optional.empty();
    }

    @Override
    public String path(Path root, String link, String commit) throws ProblemException {
        return Bearings.holding(root, link).at(ObjectType.COMMIT.path(new Checksum(commit)));
    }

    @Override
    public CommitTold told(Path root, String link) throws ProblemException {
        return new Telling(Bearings.member(root, link)).told(link);
    }

    @Override
    public List<Notice> remarks(Path root, Upstream options, boolean making) throws ProblemException {
        return TreefileRemarks.of(root, OstreeOptions.of(options), making);
    }

    @Override
    public boolean arrives(Path root, String channel, Optional<String> link) throws ProblemException {
        Member first = Member.of(root).getFirst();
        boolean called = first.name().isEmpty() || first.name().equals(channel);
        return link.map(first::holds).orElse(called);
    }

    @Override
    public boolean holds(Path root, Survey survey) throws ProblemException {
        Member first = Member.of(root).getFirst();
        return !survey.files().isEmpty()
                && survey.files().stream()
                        .map(file -> Place.of(Path.of(file.path())))
                        .allMatch(place -> place.isPresent()
                                && first.repository().objects().has(place.get().commit(), ObjectType.COMMIT)
                                && !first.repository().partial(place.get().commit()));
    }

    @Override
    public boolean fetches(Upstream options) {
        return !options.url().isEmpty() || OstreeOptions.of(options).treefile().isPresent();
    }

    @Override
    public CommitReady fetch(CommitPlace place, CommitFetch fetch, JobContext job)
            throws ProblemException, InterruptedException {
        requireProgram(place.root(), job);
        return finished(place, new Fetching(ostree, composer, fetch, job).run(place));
    }

    @Override
    public CommitReady tell(CommitPlace place, List<String> links, Upstream options, JobContext job)
            throws ProblemException, InterruptedException {
        Optional<Ostree.Signing> signing = OstreeOptions.of(options).signing();
        List<CommitReady.Document> documents = new ArrayList<>();
        for (Member member : Member.of(place.root())) {
            boolean concerned = links.stream().anyMatch(member::holds)
                    && member.repository().settings().archive();
            if (concerned
                    && Custody.of(member, OstreeOptions.of(options)).ours()
                    && member.repository().stale()) {
                requireProgram(place.root(), job);
                Scratch scratch = Scratch.of(member, place.scratch());
                ostree.refs(scratch.path()).summarise(signing, job);
                documents.addAll(scratch.ready().documents());
            }
        }
        return finished(place, new CommitReady(documents, List.of(), List.of()));
    }

    @Override
    public long clean(CommitPlace place, List<String> kept, List<String> dropped, JobContext job)
            throws ProblemException, InterruptedException {
        requireProgram(place.root(), job);
        long freed = new Cleaning(ostree, place, kept, job).run(dropped);
        finished(place, new CommitReady(List.of(), List.of(), List.of()));
        return freed;
    }

    @Override
    public long freedBy(Path root, List<String> kept, List<String> dropped, JobContext job)
            throws ProblemException, InterruptedException {
        return new Freeing(root, kept, job).bytes(dropped);
    }

    @Override
    public boolean interrupted(CommitPlace place) {
        return Files.exists(place.scratch(), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public CommitDamage check(CommitPlace place, JobContext job) throws ProblemException, InterruptedException {
        requireProgram(place.root(), job);
        List<String> wrong = new ArrayList<>();
        Map<String, List<String>> commits = new HashMap<>();
        for (Member member : Member.of(place.root())) {
            Scratch scratch = Scratch.of(member, place.scratch());
            OstreeUpkeep.Checked checked = ostree.upkeep(scratch.path()).check(job);
            if (!checked.good()) {
                checked.said().forEach(line -> wrong.add(member.repository().path() + ": " + line));
                commits.putAll(new Inquest(member, checked.named(), job).commits());
            }
            Optional<Summary> summary = member.repository().summary();
            for (Ref ref : member.repository().refs()) {
                if (summary.isPresent() && !summary.get().tells(ref.name(), ref.commit())) {
                    wrong.add(member.repository().path() + ": summary, " + ref.name());
                }
            }
        }
        finished(place, new CommitReady(List.of(), List.of(), List.of()));
        return new CommitDamage(wrong, commits);
    }

    @Override
    public CommitDeltas deltas() {
        return new OstreeDeltas(ostree);
    }

    /** Nothing of it is needed any more; while it is there, somebody was interrupted. */
    static CommitReady finished(CommitPlace place, CommitReady ready) throws ProblemException {
        try {
            Trees.delete(place.scratch());
            return ready;
        } catch (IOException failed) {
            throw Problems.unreadable(place.scratch(), failed);
        }
    }

    private void requireProgram(Path root, JobContext job) throws ProblemException, InterruptedException {
        if (ostree.version(job).isEmpty()) {
            throw new ProblemException(Problem.of("ostree.program-missing", Problem.Category.STORAGE, "object", root));
        }
    }
}
