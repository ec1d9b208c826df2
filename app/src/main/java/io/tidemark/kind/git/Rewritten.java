package io.tidemark.kind.git;

import io.tidemark.job.JobContext;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Git;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refs whose history upstream replaced (a forced push), among those that moved. Finding that out takes the commits of
 * upstream, which are fetched without trees and files where it can do that, into a directory of their own that goes away.
 *
 * @param refs rewritten ones
 * @param notices what moved, for people
 */
record Rewritten(List<String> refs, List<Notice> notices) {

    /** The guard that lets rewritten history in. */
    static final String GUARD = "rewritten";

    private static final int MOST_COUNTED = 12;

    static Rewritten find(Git git, SurveyRequest request, Refs before, Refs after, List<String> moved, JobContext job)
            throws ProblemException, InterruptedException {
        try {
            Path scratch = Files.createTempDirectory("tidemark-git-");
            try {
                borrow(git, scratch, request.baseTree().orElseThrow(), after.sha256(), job);
                List<String> refspecs =
                        moved.stream().map(ref -> "+" + ref + ":" + ref).toList();
                String url = request.config().upstream().url();
                git.fetch(scratch, url, refspecs, true, request.config().transfer(), job);
                return look(git, scratch, before, after, moved, job);
            } finally {
                delete(scratch);
            }
        } catch (IOException | UncheckedIOException failed) {
            Problem problem = Problem.of("git.scratch", Problem.Category.STORAGE, "object", "tidemark-git-");
            throw new ProblemException(problem.with(failed.toString()), failed);
        }
    }

    /** Makes a repository that has all objects of another one. */
    static void borrow(Git git, Path scratch, Path from, boolean sha256, JobContext job)
            throws ProblemException, InterruptedException, IOException {
        git.init(scratch, sha256, job);
        Files.createDirectories(scratch.resolve("objects/info"));
        Files.writeString(
                scratch.resolve("objects/info/alternates"),
                from.resolve("objects").toAbsolutePath() + "\n");
    }

    /** Which of the refs that moved were not simply continued. Tags are never continued. */
    static Rewritten look(Git git, Path repository, Refs before, Refs after, List<String> moved, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> rewritten = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (String ref : moved) {
            String old = before.ids().get(ref);
            String fresh = after.ids().get(ref);
            if (!ref.startsWith("refs/tags/") && git.isAncestor(repository, old, fresh, job)) {
                if (notices.size() < MOST_COUNTED) {
                    long commits = git.count(repository, old, fresh, job);
                    notices.add(Notice.info("notice.git.news", "ref", RefFacts.plain(ref), "commits", commits));
                }
            } else {
                rewritten.add(ref);
            }
        }
        return new Rewritten(rewritten, notices);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
