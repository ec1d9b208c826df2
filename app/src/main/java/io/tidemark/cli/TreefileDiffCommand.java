package io.tidemark.cli;

import io.tidemark.engine.Recipes.Board;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.engine.Recipes.Text;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RecipeDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code treefile diff}: what development has and production has not, in meaning and line by line; or what a treefile says now
 * and did not say once.
 */
@Command(name = "diff")
final class TreefileDiffCommand extends RecipeCommand {

    @Mixin
    final RoleOption role = new RoleOption();

    @Option(names = "--number", paramLabel = "N")
    Long number;

    TreefileDiffCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Board board = board();
        return number == null
                ? between(there(board.sheets().getLast()), there(board.sheets().getFirst()))
                : since(there(sheet(board, role.role)));
    }

    private int between(Sheet production, Sheet development) throws ProblemException {
        return tell(
                new Text(production.role(), production.text()),
                production.file(),
                new Text(development.role(), development.text()),
                development.file());
    }

    private int since(Sheet sheet) throws ProblemException {
        String before = recipes().earlier(dir, sheet.role(), number);
        return tell(
                new Text(sheet.role(), before),
                sheet.file() + " (" + number + ")",
                new Text(sheet.role(), sheet.text()),
                sheet.file());
    }

    private int tell(Text before, String beforeName, Text after, String afterName) throws ProblemException {
        RecipeDifference found = recipes().difference(dir, before, after);
        RecipePrinter printer = new RecipePrinter(face);
        return told(found, () -> {
            printer.difference(found);
            printer.lines(before.text(), beforeName, after.text(), afterName);
        });
    }
}
