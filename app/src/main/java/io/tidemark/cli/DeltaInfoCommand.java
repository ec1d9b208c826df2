package io.tidemark.cli;

import io.tidemark.engine.Deltas;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code delta info}: what a delta says of itself. */
@Command(name = "info")
final class DeltaInfoCommand extends FaceCommand {

    @Parameters(index = "0", paramLabel = "DELTA")
    String delta;

    DeltaInfoCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        Deltas.Description about = engine().deltas().describe(delta);
        if (common.json) {
            json(about);
            return ExitCode.DONE;
        }
        face.out().line(face.text("cli.delta.info", "bytes", about.bytes(), "result", about.result()));
        face.out().line(face.text("cli.delta.copied", "copied", about.copied(), "copies", about.copies()));
        face.out()
                .line(face.text(
                        "cli.delta.literals", "bytes", about.result() - about.copied(), "literals", about.literals()));
        face.out().line(face.text("cli.delta.reach", "reach", about.reach()));
        if (about.trailing() > 0) {
            face.out().line(face.text("cli.delta.trailing", "bytes", about.trailing()));
        }
        return ExitCode.DONE;
    }
}
