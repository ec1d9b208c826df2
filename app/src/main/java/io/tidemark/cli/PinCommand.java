package io.tidemark.cli;

import io.tidemark.model.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pin}: protects a version from pruning. */
@Command(name = "pin")
final class PinCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", paramLabel = "V")
    String version;

    @Option(names = "--reason", required = true, paramLabel = "TEXT")
    String reason;

    PinCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Pin(dir, version, reason);
    }
}
