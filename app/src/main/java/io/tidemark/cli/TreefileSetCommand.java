package io.tidemark.cli;

import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code treefile set}: puts what a file says into a treefile, checked before it is saved. */
@Command(name = "set")
final class TreefileSetCommand extends RecipeCommand {

    @Mixin
    final RoleOption role = new RoleOption();

    @Option(names = "--from", required = true, paramLabel = "FILE")
    String from;

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    TreefileSetCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        String text = read();
        Sheet sheet = sheet(board(), role.role);
        return save(sheet, text, sheet.file().isEmpty() ? sheet.role() + ending() : "", change.dryRun);
    }

    /** A treefile that is new is in the format of that file. */
    private String ending() {
        int dot = from.lastIndexOf('.');
        return dot < 0 ? ".json" : from.substring(dot);
    }

    private String read() throws ProblemException {
        try {
            return Files.readString(Path.of(from));
        } catch (IOException | InvalidPathException unreadable) {
            Problem problem = Problem.of("recipe.missing", Problem.Category.USAGE, "object", from);
            throw new ProblemException(problem.with(unreadable.toString()), unreadable);
        }
    }
}
