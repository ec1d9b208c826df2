package io.tidemark.cli;

import io.tidemark.engine.Deltas;
import io.tidemark.model.ProblemException;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delta apply}: what a delta makes of a file, within limits. */
@Command(name = "apply")
final class DeltaApplyCommand extends FaceCommand {

    @Parameters(index = "0", paramLabel = "OLD")
    String old;

    @Parameters(index = "1", paramLabel = "DELTA")
    String delta;

    @Parameters(index = "2", paramLabel = "OUT")
    String out;

    @Option(names = "--size", paramLabel = "BYTES")
    Long size;

    @Option(names = "--sha256", paramLabel = "DIGITS")
    String sha256;

    @Option(names = {"-f", "--force"})
    boolean force;

    DeltaApplyCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Deltas.Expected expected = new Deltas.Expected(
                size == null ? OptionalLong.empty() : OptionalLong.of(size), Optional.ofNullable(sha256));
        try (ConsoleJob job = job()) {
            Deltas.Applied applied = engine().deltas().apply(old, delta, new Deltas.Target(out, force), expected, job);
            job.finish();
            if (common.json) {
                json(applied);
            } else if (!common.quiet) {
                face.out().line(face.text("cli.delta.applied", "out", out, "bytes", applied.bytes()));
                face.out().line(face.text("cli.delta.sha256", "sha256", applied.sha256()));
            }
        }
        return ExitCode.DONE;
    }
}
