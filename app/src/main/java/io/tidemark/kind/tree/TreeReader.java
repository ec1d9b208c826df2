package io.tidemark.kind.tree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.RepositoryKind.IdentitySink;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Reads names, sizes and times of a complete version's tree. */
final class TreeReader {

    private final Path tree;

    TreeReader(Path tree) {
        this.tree = tree;
    }

    @FunctionalInterface
    private interface Seen {
        void file(String path, BasicFileAttributes attributes) throws ProblemException, InterruptedException;
    }

    VersionFacts facts(JobContext job) throws ProblemException, InterruptedException {
        Facts facts = new Facts();
        walk((path, attributes) -> {
            job.checkpoint();
            facts.add(path, attributes.size(), modified(attributes));
        });
        return facts.facts(Map.of());
    }

    /** Names of its files. */
    void paths(Consumer<String> each, JobContext job) throws ProblemException, InterruptedException {
        walk((path, attributes) -> {
            job.checkpoint();
            each.accept(path);
        });
    }

    /**
     * Only identities by the nanosecond, as local upstreams promise them: what a listing shows by the minute is too weak
     * to share files by that we did not fetch ourselves.
     */
    void identities(IdentitySink sink) throws ProblemException {
        try {
            walk((path, attributes) -> sink.accept(
                    path, Promise.of(attributes.size(), modified(attributes).toString())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void walk(Seen seen) throws ProblemException, InterruptedException {
        Visitor visitor = new Visitor(seen);
        try {
            Files.walkFileTree(tree, visitor);
        } catch (IOException error) {
            throw new ProblemException(
                    Problem.of("tree.read", Problem.Category.STORAGE, "object", tree)
                            .with(error.toString()),
                    error);
        }
        visitor.rethrow();
    }

    private static Instant modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toInstant();
    }

    /** Carries a checked exception out of the walk. */
    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Seen seen;
        private Exception failure;

        Visitor(Seen seen) {
            this.seen = seen;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = tree.relativize(file).toString();
            if (!attributes.isRegularFile() || EntryPath.of(path).escaped()) {
                return FileVisitResult.CONTINUE;
            }
            try {
                seen.file(path, attributes);
                return FileVisitResult.CONTINUE;
            } catch (ProblemException | InterruptedException stop) {
                failure = stop;
                return FileVisitResult.TERMINATE;
            }
        }

        void rethrow() throws ProblemException, InterruptedException {
            switch (failure) {
                case ProblemException problem -> throw problem;
                case InterruptedException cancelled -> throw cancelled;
                case null, default -> {}
            }
        }
    }
}
