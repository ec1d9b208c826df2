package io.tidemark.kind.git;

import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnFetch;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fetches the objects that the version before has not, as one more pack. */
record GitFetch(Git git) implements OwnFetch {

    private static final String OBJECTS = "objects/";

    @Override
    public List<Notice> fetch(Order order, Sink sink, JobContext job) throws ProblemException, InterruptedException {
        Path scratch = order.scratch();
        try {
            prepare(order, job);
            List<String> refspecs = RefPatterns.of(order.config().upstream()).refspecs();
            git.fetch(
                    scratch,
                    order.config().upstream().url(),
                    refspecs,
                    false,
                    order.config().transfer(),
                    job);
            Refs wanted = new BareRepository(order.tree()).refs();
            requireSame(wanted, new BareRepository(scratch).refs(), order);
            requireContinued(order, wanted, job);
            if (order.base().isPresent() && !shares(order)) {
                git.repack(scratch, job);
            }
            hand(order, sink);
            return List.of();
        } catch (IOException failed) {
            Problem problem = Problem.of("git.scratch", Problem.Category.STORAGE, "object", scratch);
            throw new ProblemException(problem.with(failed.toString()), failed);
        }
    }

    private void prepare(Order order, JobContext job) throws ProblemException, InterruptedException, IOException {
        boolean sha256 = new BareRepository(order.tree()).refs().sha256();
        if (order.base().isPresent()) {
            Rewritten.borrow(git, order.scratch(), order.base().get(), sha256, job);
        } else {
            git.init(order.scratch(), sha256, job);
        }
    }

    /** Whether the new version has the packs of the one before. */
    private static boolean shares(Order order) {
        return order.survey().files().stream().map(WantedFile::path).anyMatch(path -> path.startsWith(OBJECTS));
    }

    private static void requireSame(Refs wanted, Refs got, Order order) throws ProblemException {
        if (!wanted.ids().equals(got.ids())) {
            throw new ProblemException(Problem.of(
                    "upstream.moved",
                    Problem.Category.REFUSED,
                    "object",
                    order.config().upstream().url()));
        }
    }

    private void requireContinued(Order order, Refs after, JobContext job)
            throws ProblemException, InterruptedException {
        if (order.base().isEmpty() || order.overrides().contains(Rewritten.GUARD)) {
            return;
        }
        Refs before = new BareRepository(order.base().get()).refs();
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
        for (String directory : new String[] {"refs/heads", "refs/tags"}) {
            sink.directory(directory);
        }
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
