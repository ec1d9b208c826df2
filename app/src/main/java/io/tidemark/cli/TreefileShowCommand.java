package io.tidemark.cli;

import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.ProblemException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code treefile show}: prints a treefile as it is, or as it was saved once. */
@Command(name = "show")
final class TreefileShowCommand extends RecipeCommand {

    @Mixin
    final RoleOption role = new RoleOption();

    @Mixin
    final FileOption part = new FileOption();

    @Option(names = "--number", paramLabel = "N")
    Long number;

    TreefileShowCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Sheet sheet = sheet(board(), role.role, part.file);
        if (number == null) {
            there(sheet);
            return told(sheet, () -> sheet.text().lines().forEach(face.out()::line));
        }
        String text = recipes().earlier(dir, sheet.role(), number);
        return told(
                Map.of("role", sheet.role(), "number", number, "text", text),
                () -> text.lines().forEach(face.out()::line));
    }
}
