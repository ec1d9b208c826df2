package io.tidemark.cli;

import io.tidemark.engine.Recipes;
import io.tidemark.engine.Recipes.Board;
import io.tidemark.engine.Recipes.Saving;
import io.tidemark.engine.Recipes.Seen;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.Finding;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** A command about the treefiles of a repository. */
sealed class RecipeCommand extends FaceCommand
        permits TreefileShowCommand,
                TreefileDiffCommand,
                TreefileHistoryCommand,
                TreefileEditCommand,
                TreefileSetCommand,
                TreefileTakeOverCommand,
                TreefileKeepCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    RecipeCommand(Face face) {
        super(face);
    }

    final Recipes recipes() {
        return engine().recipes();
    }

    final Board board() throws ProblemException, InterruptedException {
        try (ConsoleJob job = job()) {
            return recipes().read(dir, job);
        }
    }

    /** The treefile of a role, of the first where none is named; refused where it cannot be read. */
    static Sheet sheet(Board board, String role) throws ProblemException {
        String wanted = role.isEmpty() ? board.sheets().getFirst().role() : role;
        String known =
                String.join(", ", board.sheets().stream().map(Sheet::role).toList());
        Sheet sheet = board.sheet(wanted)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("recipe.role", Problem.Category.USAGE, "object", wanted, "roles", known)));
        if (sheet.problem().isPresent()) {
            throw new ProblemException(sheet.problem().get());
        }
        return sheet;
    }

    /** The same of a file that it includes, where one is named. */
    static Sheet sheet(Board board, String role, String file) throws ProblemException {
        Sheet whole = sheet(board, role);
        if (file.isEmpty() || whole.file().endsWith("/" + file)) {
            return whole;
        }
        List<String> files = board.parts(whole.role()).stream()
                .map(each -> each.role().substring(whole.role().length() + 1))
                .toList();
        if (!files.contains(file)) {
            throw new ProblemException(Problem.of(
                    files.isEmpty() ? "recipe.partless" : "recipe.part",
                    Problem.Category.USAGE,
                    "object",
                    file,
                    "role",
                    whole.role(),
                    "files",
                    String.join(", ", files)));
        }
        return sheet(board, whole.role() + "/" + file);
    }

    /** The same where there is a file. */
    static Sheet there(Sheet sheet) throws ProblemException {
        if (!sheet.there()) {
            String file = sheet.file().isEmpty() ? sheet.role() : sheet.file();
            throw new ProblemException(Problem.of("recipe.none", Problem.Category.USAGE, "object", file));
        }
        return sheet;
    }

    /** Says what is about to change, and saves it unless only the plan is asked for. */
    final int save(Sheet sheet, String text, String name, boolean dryRun)
            throws ProblemException, InterruptedException {
        RecipePrinter printer = new RecipePrinter(face);
        if (dryRun) {
            List<Finding> findings = recipes().check(dir, sheet.role(), text);
            told(Map.of("findings", findings, "text", text), () -> {
                printer.lines(sheet.text(), text, sheet.role());
                printer.findings(findings);
            });
            return code(findings);
        }
        try (ConsoleJob job = job()) {
            Sheet saved = recipes().save(dir, new Saving(Seen.of(sheet), text, name), job);
            job.finish();
            return told(saved, () -> {
                printer.findings(saved.findings());
                face.out().line(face.text("recipe.saved", "file", saved.file()));
            });
        }
    }

    /** Faults are refused. */
    static int code(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::stops) ? Problem.Category.REFUSED.exitCode() : ExitCode.DONE;
    }

    final int told(Object document, Words words) throws ProblemException {
        if (common.json) {
            json(document);
        } else if (!common.quiet) {
            words.say();
        }
        return ExitCode.DONE;
    }

    /** What is said to people. */
    @FunctionalInterface
    interface Words {
        void say() throws ProblemException;
    }
}
