package io.tidemark.cli;

import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
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

    @Option(names = "--beside", paramLabel = "NAME")
    String beside;

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    TreefileSetCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        String text = read();
        if (beside != null) {
            return bring(text);
        }
        Sheet sheet = sheet(board(), role.role);
        return save(sheet, text, sheet.file().isEmpty() ? sheet.role() + ending() : "", change.dryRun);
    }

    private int bring(String text) throws ProblemException, InterruptedException {
        if (!change.dryRun) {
            try (ConsoleJob job = job()) {
                recipes().bring(dir, beside, text, job);
                job.finish();
            }
        }
        String key = change.dryRun ? "cli.treefile.would-bring" : "cli.treefile.brought";
        return told(Map.of("beside", beside), () -> face.out().line(face.text(key, "file", beside)));
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
