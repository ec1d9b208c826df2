package io.tidemark.engine.view;

import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnExport;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Packs a version into one file outside the repository: under another name first, then whole or not at all. */
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
        Path part = target.resolveSibling(target.getFileName() + ".part");
        job.progress().phase("export", -1, -1);
        try {
            Files.deleteIfExists(part);
            export.write(tree, part, job);
            long bytes = Files.size(part);
            Files.move(part, target);
            return bytes;
        } catch (IOException failed) {
            Problem problem = Problem.of("export.write", Problem.Category.STORAGE, "object", target);
            throw new ProblemException(problem.with(failed.toString()), failed);
        } finally {
            delete(part);
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

    private static void delete(Path part) throws ProblemException {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            Problem problem = Problem.of("export.write", Problem.Category.STORAGE, "object", part);
            throw new ProblemException(problem.with(stays.toString()), stays);
        }
    }
}
