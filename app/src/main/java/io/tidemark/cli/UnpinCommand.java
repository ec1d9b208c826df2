package io.tidemark.cli;

import io.tidemark.model.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code unpin}: takes a version's protection from pruning away. */
@Command(name = "unpin")
final class UnpinCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", paramLabel = "V")
    String version;

    UnpinCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Unpin(dir, version);
    }
}
