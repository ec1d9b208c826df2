package io.tidemark.cli;

import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.Finding;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code treefile edit}: opens a treefile in the person's editor, as {@code visudo} does: checked before it is saved, and a
 * text with faults can be gone on with. What was typed and not saved stays in its file.
 */
@Command(name = "edit")
final class TreefileEditCommand extends RecipeCommand {

    @Mixin
    final RoleOption role = new RoleOption();

    @Mixin
    final FileOption part = new FileOption();

    @Option(names = "--editor", paramLabel = "COMMAND")
    String editor;

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    TreefileEditCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Sheet sheet = sheet(board(), role.role, part.file);
        String text = sheet.there() ? sheet.text() : recipes().example(dir, sheet.role());
        String file = sheet.file().isEmpty() ? sheet.role() + ".json" : sheet.file();
        EditedText edited = EditedText.of(file.substring(file.lastIndexOf('/') + 1), text);
        return edit(sheet, text, edited, new Editor(Optional.ofNullable(editor)));
    }

    /** Whoever leaves the editor without a change saves nothing, not even the example. */
    private int edit(Sheet sheet, String before, EditedText edited, Editor program)
            throws ProblemException, InterruptedException {
        String text = program.run(edited);
        while (faulty(sheet, text) && again()) {
            text = program.run(edited);
        }
        if (text.equals(before)) {
            edited.discard();
            String said = face.text("cli.treefile.same");
            return told(sheet, () -> face.out().line(said));
        }
        int code = saveOrKeep(sheet, edited, text);
        if (change.dryRun) {
            face.err().line(face.text("cli.treefile.kept", "file", edited.file()));
        } else {
            edited.discard();
        }
        return code;
    }

    /** What was typed outlives whatever stops it from being saved. */
    private int saveOrKeep(Sheet sheet, EditedText edited, String text) throws ProblemException, InterruptedException {
        try {
            return save(sheet, text, "", change.dryRun);
        } catch (ProblemException failed) {
            face.err().line(face.text("cli.treefile.kept", "file", edited.file()));
            throw failed;
        }
    }

    private boolean faulty(Sheet sheet, String text) throws ProblemException {
        List<Finding> findings = recipes().check(dir, sheet.role(), text);
        boolean faulty = findings.stream().anyMatch(Finding::stops);
        if (faulty && !common.json) {
            new RecipePrinter(face).findings(findings);
        }
        return faulty;
    }

    private boolean again() {
        boolean asks = System.console() != null && System.console().isTerminal() && !common.json;
        if (!asks) {
            return false;
        }
        String answer = System.console().readLine("%s ", face.text("cli.treefile.again"));
        return answer != null && !answer.strip().equalsIgnoreCase(face.text("cli.treefile.no"));
    }
}
