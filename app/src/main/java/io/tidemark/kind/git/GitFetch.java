package io.tidemark.kind.git;

import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnFetch;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Git;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Fetches the objects that the version before has not, as one more pack. */
record GitFetch(Git git) implements OwnFetch {

    private static final String OBJECTS = "objects/";
    private static final String BORROWED = "objects/info/alternates";

    @Override
    public List<Notice> fetch(Order order, Sink sink, JobContext job) throws ProblemException, InterruptedException {
        Path scratch = order.scratch();
        Optional<BareRepository> base = GitSurvey.base(order.base());
        try {
            prepare(order, base, job);
            git.fetch(
                    scratch,
                    order.config().upstream().url(),
                    RefPatterns.of(order.config().upstream()).refspecs(),
                    false,
                    order.config().transfer(),
                    job);
            Refs wanted = new BareRepository(order.tree()).refs();
            requireSame(wanted, Refs.local(git.refs(scratch, job)), order);
            if (base.isPresent()) {
                requireContinued(order, base.get().refs(), wanted, job);
            }
            if (base.isPresent() && !shares(order)) {
                git.repack(scratch, job);
            }
            Files.deleteIfExists(scratch.resolve(BORROWED));
            sink.directory("refs/heads");
            sink.directory("refs/tags");
            hand(order, sink);
            requireComplete(order, job);
            return List.of();
        } catch (IOException | UncheckedIOException failed) {
            Problem problem = Problem.of("git.scratch", Problem.Category.STORAGE, "object", scratch);
            throw new ProblemException(problem.with(failed.toString()), failed);
        }
    }

    /**
     * Makes the scratch repository anew around the objects that an earlier run brought: its refs, locks and what it borrowed
     * belong to that run, and what git was killed over is of no use.
     */
    private void prepare(Order order, Optional<BareRepository> base, JobContext job)
            throws ProblemException, InterruptedException, IOException {
        Path scratch = order.scratch();
        Set<Path> kept = new HashSet<>();
        new BareRepository(scratch).objects().keySet().forEach(path -> kept.add(scratch.resolve(path)));
        try (Stream<Path> all = Files.walk(scratch)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !kept.contains(each)) {
                    Files.delete(each);
                }
            }
        }
        boolean sha256 = new BareRepository(order.tree()).refs().sha256();
        if (base.isPresent()) {
            Rewritten.borrow(git, scratch, base.get().root(), sha256, job);
        } else {
            git.init(scratch, sha256, job);
        }
    }

    /** What is sealed has to be whole by itself, whatever git borrowed or took for granted on the way. */
    private void requireComplete(Order order, JobContext job) throws ProblemException, InterruptedException {
        if (!git.complete(order.tree(), job)) {
            throw new ProblemException(Problem.of(
                    "git.incomplete",
                    Problem.Category.REFUSED,
                    "object",
                    order.config().name()));
        }
    }

    /** Whether the new version has the packs of the one before. */
    private static boolean shares(Order order) {
        return order.survey().files().stream().map(WantedFile::path).anyMatch(path -> path.startsWith(OBJECTS));
    }

    private static void requireSame(Refs wanted, Refs got, Order order) throws ProblemException {
        if (!wanted.same(got)) {
            throw new ProblemException(Problem.of(
                    "upstream.moved",
                    Problem.Category.REFUSED,
                    "object",
                    order.config().upstream().url()));
        }
    }

    private void requireContinued(Order order, Refs before, Refs after, JobContext job)
            throws ProblemException, InterruptedException {
        if (order.overrides().contains(Rewritten.GUARD)) {
            return;
        }
        List<String> moved = before.ids().keySet().stream()
                .filter(ref -> after.ids().containsKey(ref)
                        && !after.ids().get(ref).equals(before.ids().get(ref)))
                .toList();
        List<String> rewritten =
                Rewritten.look(git, order.scratch(), before, after, moved, job).refs();
        if (!rewritten.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "git.rewritten",
                    Problem.Category.REFUSED,
                    "object",
                    order.config().name(),
                    "count",
                    rewritten.size(),
                    "refs",
                    GitSurvey.names(rewritten)));
        }
    }

    private static void hand(Order order, Sink sink) throws ProblemException, InterruptedException, IOException {
        Set<String> objects = new TreeSet<>();
        order.survey().files().stream()
                .map(WantedFile::path)
                .filter(path -> path.startsWith(OBJECTS))
                .forEach(objects::add);
        BareRepository fetched = new BareRepository(order.scratch());
        for (String path : fetched.objects().keySet()) {
            if (objects.add(path)) {
                sink.file(path, order.scratch().resolve(path));
            }
        }
        sink.content("objects/info/packs", packs(objects));
    }

    /** The file that tells clients of plain web servers which packs there are (git-update-server-info(1)). */
    private static byte[] packs(Set<String> objects) {
        List<String> lines = new ArrayList<>();
        objects.stream()
                .filter(path -> path.startsWith("objects/pack/") && path.endsWith(".pack"))
                .forEach(path -> lines.add("P " + path.substring("objects/pack/".length()) + "\n"));
        return (String.join("", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
