package io.tidemark.cli;

import io.tidemark.engine.Deltas;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delta make}: the delta that turns one file into another, proved before it appears. */
@Command(name = "make")
final class DeltaMakeCommand extends FaceCommand {

    @Parameters(index = "0", paramLabel = "OLD")
    String old;

    @Parameters(index = "1", paramLabel = "NEW")
    String image;

    @Parameters(index = "2", paramLabel = "OUT")
    String out;

    @Option(names = "--signature")
    boolean signature;

    @Option(names = {"-f", "--force"})
    boolean force;

    DeltaMakeCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Deltas.Target target = new Deltas.Target(out, force);
        try (ConsoleJob job = job()) {
            Deltas.Made made = signature
                    ? engine().deltas().makeFromSignature(old, image, target, job)
                    : engine().deltas().make(old, image, target, job);
            job.finish();
            if (common.json) {
                json(made);
            } else if (!common.quiet) {
                print(made);
            }
        }
        return ExitCode.DONE;
    }

    private void print(Deltas.Made made) {
        face.out().line(face.text("cli.delta.made", "out", out, "bytes", made.bytes(), "result", made.result()));
        face.out().line(face.text("cli.delta.copied", "copied", made.copied(), "copies", made.copies()));
        if (made.sha256().isPresent()) {
            face.out().line(face.text("cli.delta.times", "made", made.millis(), "proved", made.proofMillis()));
            face.out()
                    .line(face.text("cli.delta.sha256", "sha256", made.sha256().get()));
        } else {
            face.out().line(face.text("cli.delta.unproved"));
        }
    }
}
