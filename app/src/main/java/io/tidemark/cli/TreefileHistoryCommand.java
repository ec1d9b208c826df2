package io.tidemark.cli;

import io.tidemark.engine.Recipes.Earlier;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code treefile history}: what was saved before, when and by whom; the newest first. */
@Command(name = "history")
final class TreefileHistoryCommand extends RecipeCommand {

    @Mixin
    final RoleOption role = new RoleOption();

    @Mixin
    final FileOption part = new FileOption();

    TreefileHistoryCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        List<Earlier> all =
                recipes().history(dir, sheet(board(), role.role, part.file).role());
        return told(Map.of("saved", all), () -> {
            Table table = new Table("rlll");
            all.forEach(each -> table.row(
                    Long.toString(each.number()),
                    face.texts().formats().time(each.time()),
                    each.actor().isEmpty() ? face.text("recipe.history.found") : each.actor(),
                    each.place()));
            table.print(face.out());
        });
    }
}
