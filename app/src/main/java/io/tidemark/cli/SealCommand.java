package io.tidemark.cli;

import io.tidemark.model.Operation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code seal}: reads every byte of adopted versions and seals them. */
@Command(name = "seal")
final class SealCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", arity = "0..*", paramLabel = "V")
    List<String> versions = List.of();

    SealCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Seal(dir, versions);
    }
}
