package io.tidemark.engine.view;

import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnExport;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Packs a version into one file outside the repository: in a directory of its own beside it first, then whole or not at all. */
final class Exporting {

    private final Opened repository;

    Exporting(Opened repository) {
        this.repository = repository;
    }

    /** Writes it; answers its bytes. */
    long to(String version, String file, JobContext job) throws ProblemException, InterruptedException {
        OwnExport export = repository
                .kind()
                .export()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "export.kind",
                        Problem.Category.USAGE,
                        "object",
                        repository.name(),
                        "tree",
                        repository.store().root().resolve(version))));
        Path tree = repository.store().tree(repository.complete(version).name());
        Path target = target(file);
        job.progress().phase("export", -1, -1);
        try {
            Path own = Files.createTempDirectory(target.getParent(), ".tidemark-export-");
            try {
                Path part = own.resolve("part");
                export.write(tree, part, job);
                long bytes = Files.size(part);
                Files.move(part, target);
                return bytes;
            } finally {
                remove(own);
            }
        } catch (IOException failed) {
            Problem problem = Problem.of("export.write", Problem.Category.STORAGE, "object", target);
            throw new ProblemException(problem.with(failed.toString()), failed);
        }
    }

    private Path target(String file) throws ProblemException {
        try {
            Path target = Path.of(file).toAbsolutePath().normalize();
            boolean taken = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
            boolean inside = target.startsWith(repository.store().root());
            if (taken || inside || target.getFileName() == null) {
                String code = inside ? "export.inside" : "export.exists";
                throw new ProblemException(Problem.of(code, Problem.Category.USAGE, "object", target));
            }
            return target;
        } catch (InvalidPathException noPath) {
            throw new ProblemException(Problem.of("export.exists", Problem.Category.USAGE, "object", file), noPath);
        }
    }

    /** A program that was stopped may have left files of its own beside its part. */
    private static void remove(Path own) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(own)) {
            for (Path each : left) {
                Files.delete(each);
            }
        }
        Files.delete(own);
    }
}
