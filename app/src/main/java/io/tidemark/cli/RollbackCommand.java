package io.tidemark.cli;

import io.tidemark.model.Operation;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback}: moves a channel back to its last good version, or a named one, and holds it there. */
@Command(name = "rollback")
final class RollbackCommand extends ChangeCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--channel", required = true, paramLabel = "C")
    String channel;

    @Option(names = "--to", paramLabel = "V")
    String to;

    @Option(names = "--no-hold")
    boolean noHold;

    @Option(names = "--by-ref")
    boolean byRef;

    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    RollbackCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Rollback(dir, channel, Optional.ofNullable(to), !noHold, reason, byRef);
    }
}
