package io.tidemark.cli;

import io.tidemark.engine.Recipes.Board;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code treefile take-over}: the treefile of production says what that of development says, under its own ref. */
@Command(name = "take-over")
final class TreefileTakeOverCommand extends RecipeCommand {

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    TreefileTakeOverCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Board board = board();
        Sheet development = there(board.sheets().getFirst());
        Sheet production = sheet(board, board.sheets().getLast().role());
        String text = recipes().takeOver(dir, development.text(), production.text());
        if (!change.dryRun && !common.json && !common.quiet) {
            new RecipePrinter(face).lines(production.text(), text, production.role());
        }
        return save(production, text, "", change.dryRun);
    }
}
