package io.tidemark.cli;

import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code treefile keep}: copies a treefile that lies elsewhere into the repository and uses it there from now on. */
@Command(name = "keep")
final class TreefileKeepCommand extends RecipeCommand {

    @Mixin
    final RoleOption role = new RoleOption();

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    TreefileKeepCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Sheet sheet = there(sheet(board(), role.role));
        if (change.dryRun) {
            return told(sheet, () -> {
                face.out().line(face.text("cli.treefile.would-keep", "file", sheet.file()));
                sheet.beside().forEach(each -> face.out().line("  + " + each));
            });
        }
        try (ConsoleJob job = job()) {
            Sheet kept = recipes().keep(dir, sheet.role(), job);
            job.finish();
            return told(kept, () -> face.out().line(face.text("recipe.kept.now", "file", kept.file())));
        }
    }
}
