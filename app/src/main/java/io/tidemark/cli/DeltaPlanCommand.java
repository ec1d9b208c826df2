package io.tidemark.cli;

import io.tidemark.engine.Images;
import io.tidemark.model.ProblemException;
import java.util.HashMap;
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
        boolean commits = matrix.between() == Images.Between.COMMITS;
        Table table = new Table("lllrl");
        for (Images.Cell cell : matrix.cells()) {
            boolean most = commits && cell.way() == Images.Way.PLANNED;
            String way = commits && cell.way() == Images.Way.FULL
                    ? "OBJECTS"
                    : cell.way().name();
            table.row(
                    label(matrix, cell.from()),
                    "→ " + label(matrix, cell.to()),
                    face.text("cli.delta.way." + way),
                    most
                            ? face.text("cli.delta.most", "bytes", cell.bytes())
                            : face.texts().formats().bytes(cell.bytes()),
                    face.texts().say(cell.reason()));
        }
        table.print(face.out());
        face.out().line(face.text("cli.delta.plan", "bytes", matrix.bytes(), "fresh", matrix.fresh()));
        if (commits && matrix.fresh() > 0) {
            face.out().line(face.text("cli.delta.upper"));
        }
        if (matrix.saved() >= 0) {
            face.out().line(face.text("cli.delta.saved", "bytes", matrix.saved()));
        }
    }

    /** For commits with the repository in which they lie, for the same versions are in several. */
    private String label(Images.Matrix matrix, String id) {
        if (id.equals(Images.NOTHING)) {
            return face.text("cli.delta.nothing");
        }
        String place = matrix.between() == Images.Between.COMMITS ? id.substring(0, id.lastIndexOf('/') + 1) : "";
        return place
                + matrix.images().stream()
                        .filter(image -> image.id().equals(id))
                        .map(Images.Image::label)
                        .findFirst()
                        .orElse(id);
    }
}
