package io.tidemark.cli;

import io.tidemark.model.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code snapshot}: a new sealed version that shares the files of another. */
@Command(name = "snapshot")
final class SnapshotCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", paramLabel = "FROM")
    String from;

    @Parameters(index = "2", paramLabel = "TO")
    String to;

    SnapshotCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Snapshot(dir, from, to);
    }
}
