package io.tidemark.cli;

import io.tidemark.engine.Images;
import io.tidemark.model.ProblemException;
import io.tidemark.text.Formats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delta plan}: which deltas are worth having, how large they would be, and why. */
@Command(name = "plan")
final class DeltaPlanCommand extends FaceCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--targets", paramLabel = "N")
    Integer targets;

    @Option(names = "--budget", paramLabel = "BYTES")
    Long budget;

    @Option(names = "--clients", paramLabel = "V=N")
    Map<String, Long> clients = new HashMap<>();

    DeltaPlanCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Images.Wish wish = new Images.Wish(
                Optional.ofNullable(targets), budget == null ? OptionalLong.empty() : OptionalLong.of(budget), clients);
        try (ConsoleJob job = job()) {
            Images.Matrix matrix = engine().images().plan(dir, wish, job);
            job.finish();
            if (common.json) {
                json(matrix);
            } else if (!common.quiet) {
                print(matrix);
            }
        }
        return ExitCode.DONE;
    }

    private void print(Images.Matrix matrix) {
        Formats formats = face.texts().formats();
        Table table = new Table("lllrl");
        for (Images.Cell cell : matrix.cells()) {
            table.row(
                    label(matrix, cell.from()),
                    "→ " + label(matrix, cell.to()),
                    face.text("cli.delta.way." + cell.way()),
                    formats.bytes(cell.bytes()),
                    face.texts().say(cell.reason()));
        }
        table.print(face.out());
        face.out().line(face.text("cli.delta.plan", "bytes", matrix.bytes(), "fresh", matrix.fresh()));
        if (matrix.saved() >= 0) {
            face.out().line(face.text("cli.delta.saved", "bytes", matrix.saved()));
        }
    }

    private static String label(Images.Matrix matrix, String id) {
        List<Images.Image> known =
                matrix.images().stream().filter(image -> image.id().equals(id)).toList();
        return known.isEmpty() ? id : known.getFirst().label();
    }
}
