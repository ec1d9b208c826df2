package io.tidemark.cli;

import io.tidemark.model.Operation;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code verify}: reads every byte of a version, or of all, and compares it with the manifest. */
@Command(name = "verify")
final class VerifyCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", arity = "0..1", paramLabel = "V")
    String version;

    VerifyCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Verify(dir, Optional.ofNullable(version));
    }
}
