package io.tidemark.cli;

import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    /** More than a treefile may have, so that a longer one is refused as such. */
    private static final int MOST = 2 << 20;

    @Mixin
    final RoleOption role = new RoleOption();

    @Mixin
    final FileOption part = new FileOption();

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
        Sheet sheet = sheet(board(), role.role, part.file);
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
        String name = from.substring(from.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? ".json" : name.substring(dot);
    }

    private String read() throws ProblemException {
        try (InputStream in = Files.newInputStream(Path.of(from))) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readNBytes(MOST)))
                    .toString();
        } catch (IOException | InvalidPathException unreadable) {
            Problem problem = Problem.of("cli.treefile.from", Problem.Category.USAGE, "object", from);
            throw new ProblemException(problem.with(unreadable.toString()), unreadable);
        }
    }
}
