package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitFetch;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.CommitReady;
import io.tidemark.kind.RecipeMarks;
import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Finding;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Ostree;
import io.tidemark.program.OstreeContent;
import io.tidemark.program.RpmOstree;
import io.tidemark.store.RecipeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings new commits into the first repository: pulled from another one, or made of what a directory holds. Used once. */
final class Fetching {

    private static final String REMOTE = "tidemark-upstream";

    private final Ostree ostree;
    private final RpmOstree composer;
    private final CommitFetch fetch;
    private final JobContext job;
    private final OstreeOptions options;

    Fetching(Ostree ostree, RpmOstree composer, CommitFetch fetch, JobContext job) {
        this.ostree = ostree;
        this.composer = composer;
        this.fetch = fetch;
        this.job = job;
        this.options = OstreeOptions.of(fetch.upstream());
    }

    CommitReady run(CommitPlace place) throws ProblemException, InterruptedException {
        Member member = Member.of(place.root()).getFirst();
        Scratch scratch = Scratch.of(member, place.scratch());
        List<Notice> notices = new ArrayList<>();
        Optional<Path> directory = Upstreams.directory(fetch.upstream().url());
        Custody custody = Custody.of(member, options);
        custody.require();
        job.progress().phase("fetch", -1, -1);
        if (options.treefile().isPresent()) {
            Path treefile = RecipeFiles.file(place.root(), options.treefile().get());
            Map<String, String> before = marks(treefile);
            compose(scratch, treefile, place);
            List<String> changed = RecipeMarks.differing(before, marks(treefile));
            if (!changed.isEmpty()) {
                notices.add(Notice.warning("compose.changed", "object", EntryPath.of(String.join(", ", changed))));
            }
        } else if (directory.isEmpty() || OpenRepository.at(directory.get()).isPresent()) {
            pull(scratch);
        } else {
            commit(scratch, directory.get(), member);
        }
        boolean moved = endorse(scratch);
        if (moved || custody.ours() && member.repository().stale()) {
            ostree.refs(scratch.path()).summarise(options.signing(), job);
        }
        CommitReady ready = scratch.ready();
        return new CommitReady(ready.documents(), ready.removals(), notices);
    }

    /** Signs what refs stand for now, and did not before; whether there is any. */
    private boolean endorse(Scratch scratch) throws ProblemException, InterruptedException {
        Endorsing endorsing = new Endorsing(ostree, options.signing(), job);
        boolean moved = false;
        for (CommitReady.Document document : scratch.ready().documents()) {
            if (scratch.member().inside(document.path()).startsWith("refs/")) {
                moved = true;
                String text = new String(document.content(), StandardCharsets.ISO_8859_1).strip();
                Optional<Checksum> head = Checksum.parse(text);
                if (head.isPresent()) {
                    endorsing.sign(scratch, head.get());
                }
            }
        }
        return moved;
    }

    /** Through a remote that only the scratch repository knows; an older commit in place of ours is refused. */
    private void pull(Scratch scratch) throws ProblemException, InterruptedException {
        requireKeys();
        ostree.refs(scratch.path()).remote(REMOTE, fetch.upstream().url(), options.keys(), job);
        try {
            ostree.content(scratch.path()).pull(new OstreeContent.Pull(REMOTE, options.refs(), 0, true), job);
        } catch (ProblemException failed) {
            throw failed.problem().code().equals("ostree.program") ? refused(failed) : failed;
        } finally {
            ostree.refs(scratch.path()).forget(REMOTE, job);
        }
        // settings as the program writes them, and a summary that is upstream's, are not ours
        for (String each : Copies.SINGLE) {
            scratch.copies().restore(each);
        }
    }

    private void requireKeys() throws ProblemException {
        if (options.keys().isPresent() && !Files.isReadable(options.keys().get())) {
            throw new ProblemException(Problem.of(
                    "ostree.keys",
                    Problem.Category.USAGE,
                    "object",
                    options.keys().get(),
                    "url",
                    fetch.upstream().url()));
        }
    }

    /** The same about upstream, instead of about a directory that nobody knows. */
    private ProblemException refused(ProblemException failed) {
        String said = failed.problem().args().get("said");
        return new ProblemException(
                Problem.of(
                                code(said),
                                Problem.Category.REFUSED,
                                "object",
                                fetch.upstream().url(),
                                "said",
                                said)
                        .with(failed.problem().details()),
                failed);
    }

    private static String code(String said) {
        if (said.contains("chronologically older")) {
            return "ostree.upstream.older";
        }
        return said.contains("signature") || said.contains("GPG") ? "ostree.upstream.signature" : "ostree.upstream";
    }

    /** The treefile and everything that it reads: composing takes an hour, and others may write meanwhile. */
    private static Map<String, String> marks(Path treefile) {
        List<Path> files = new ArrayList<>(List.of(treefile));
        try {
            Draft draft = TreefileText.of(treefile);
            files.addAll(TreefileFamily.of(draft, TreefileText.parsed(draft)).files());
        } catch (ProblemException unreadable) {
            // Its own mark says so.
            return RecipeMarks.of(files);
        }
        return RecipeMarks.of(files);
    }

    /** What rpm-ostree would refuse after an hour is refused now. */
    private void compose(Scratch scratch, Path treefile, CommitPlace place)
            throws ProblemException, InterruptedException {
        Draft draft = TreefileText.of(treefile);
        TreefileText.parsed(draft);
        Optional<Notice> fault = TreefileCheck.of(draft).stream()
                .filter(Finding::stops)
                .map(Finding::notice)
                .findFirst();
        if (fault.isPresent()) {
            Map<String, String> said = fault.get().phrase().args();
            throw new ProblemException(Problem.of(
                    "compose.treefile",
                    Problem.Category.REFUSED,
                    "object",
                    treefile,
                    "key",
                    said.get("object"),
                    "found",
                    said.get("found")));
        }
        Path cache = cache(place);
        composer.compose(
                new RpmOstree.Order(
                        treefile, scratch.path(), cache, fetch.version().orElse("")),
                job);
    }

    /** Packages are kept between runs. */
    private static Path cache(CommitPlace place) throws ProblemException {
        Path cache = place.scratch().resolveSibling("compose-cache");
        try {
            return Files.createDirectories(cache);
        } catch (IOException failed) {
            throw Problems.unreadable(cache, failed);
        }
    }

    private void commit(Scratch scratch, Path directory, Member member) throws ProblemException, InterruptedException {
        if (options.refs().size() != 1) {
            throw new ProblemException(Problem.of("ostree.which-ref", Problem.Category.USAGE, "object", directory));
        }
        String ref = options.refs().getFirst();
        Optional<Checksum> head = member.repository().resolve(ref);
        Custody.of(member, options)
                .requireAfter(
                        head.isPresent() ? member.repository().objects().findCommit(head.get()) : Optional.empty());
        Instant time = fetch.now();
        if (head.isPresent()) {
            Instant parent =
                    member.repository().objects().commit(head.get()).content().time();
            time = time.isAfter(parent) ? time : parent.plusSeconds(1);
        }
        Map<String, String> metadata =
                fetch.version().map(name -> Map.of(Commit.VERSION, name)).orElse(Map.of());
        String subject = fetch.version().map(name -> "Release " + name).orElse("Content of " + directory);
        String made = ostree.content(scratch.path())
                .commit(
                        new OstreeContent.Order(
                                ref,
                                new OstreeContent.Tree.Directory(directory, true),
                                subject,
                                "",
                                metadata,
                                Optional.of(time),
                                options.signing()),
                        job);
        if (head.isPresent() && sameContent(scratch, new Checksum(made), head.get())) {
            ostree.refs(scratch.path()).set(ref, head.get().hex(), job);
        }
    }

    private static boolean sameContent(Scratch scratch, Checksum one, Checksum other) throws ProblemException {
        Objects objects = scratch.objects();
        return objects.commit(one)
                .contentChecksum()
                .equals(objects.commit(other).contentChecksum());
    }
}
