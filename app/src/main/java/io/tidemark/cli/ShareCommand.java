package io.tidemark.cli;

import io.tidemark.model.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code share}: makes equal files of sealed versions share storage, after comparing their bytes. */
@Command(name = "share")
final class ShareCommand extends ChangeCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    ShareCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.ShareCopies(dir);
    }
}
