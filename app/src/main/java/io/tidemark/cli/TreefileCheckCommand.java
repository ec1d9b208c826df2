package io.tidemark.cli;

import io.tidemark.engine.Recipes.Board;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.Finding;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code treefile check}: says what is wrong with the treefiles of a repository, or with one file; exit 3 for faults. */
@Command(name = "check")
final class TreefileCheckCommand extends FaceCommand {

    @Parameters(paramLabel = "DIR|FILE")
    String place;

    TreefileCheckCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Map<String, List<Finding>> all =
                isFile() ? Map.of(place, engine().recipes().checkFile(place)) : kept();
        if (common.json) {
            json(Map.of("treefiles", all));
        } else if (!common.quiet) {
            all.forEach((file, findings) -> {
                face.out().line(file);
                new RecipePrinter(face).findings(findings);
            });
        }
        return RecipeCommand.code(all.values().stream().flatMap(List::stream).toList());
    }

    private boolean isFile() {
        try {
            return Files.isRegularFile(Path.of(place));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private Board board(ConsoleJob job) throws ProblemException, InterruptedException {
        try {
            return engine().recipes().read(place, job);
        } catch (ProblemException none) {
            if (none.problem().code().equals("store.none") && !Files.isDirectory(Path.of(place))) {
                throw new ProblemException(
                        Problem.of("cli.treefile.nowhere", Problem.Category.USAGE, "object", place), none);
            }
            throw none;
        }
    }

    private Map<String, List<Finding>> kept() throws ProblemException, InterruptedException {
        Map<String, List<Finding>> all = new LinkedHashMap<>();
        try (ConsoleJob job = job()) {
            Board board = board(job);
            for (Sheet sheet : Stream.concat(board.sheets().stream(), board.parts().stream())
                    .toList()) {
                Optional<Problem> problem = sheet.problem();
                if (problem.isPresent()) {
                    throw new ProblemException(problem.get());
                } else if (sheet.there()) {
                    all.put(sheet.file(), sheet.findings());
                }
            }
        }
        if (all.isEmpty()) {
            throw new ProblemException(Problem.of("recipe.none", Problem.Category.USAGE, "object", place));
        }
        return all;
    }
}
