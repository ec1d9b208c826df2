package io.tidemark.cli;

import io.tidemark.engine.Deltas;
import io.tidemark.model.ProblemException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delta sign}: the signature of a file, as rdiff writes it. */
@Command(name = "sign")
final class DeltaSignCommand extends FaceCommand {

    @Parameters(index = "0", paramLabel = "FILE")
    String file;

    @Parameters(index = "1", paramLabel = "OUT")
    String out;

    @Option(
            names = {"-b", "--block-size"},
            paramLabel = "BYTES")
    Integer block;

    @Option(
            names = {"-S", "--sum-size"},
            paramLabel = "BYTES")
    Integer strong;

    @Option(names = "--old-sums")
    boolean old;

    @Option(names = {"-f", "--force"})
    boolean force;

    DeltaSignCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Deltas.SignatureWish wish =
                new Deltas.SignatureWish(Optional.ofNullable(block), Optional.ofNullable(strong), old);
        try (ConsoleJob job = job()) {
            Deltas.Signed signed = engine().deltas().sign(file, new Deltas.Target(out, force), wish, job);
            job.finish();
            if (common.json) {
                json(signed);
            } else if (!common.quiet) {
                face.out()
                        .line(face.text(
                                "cli.delta.signed",
                                "out",
                                out,
                                "bytes",
                                signed.bytes(),
                                "block",
                                signed.block(),
                                "strong",
                                signed.strong()));
            }
        }
        return ExitCode.DONE;
    }
}
