package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code host rollback}: moves a channel of a host back with nothing but what lies there. */
@Command(name = "rollback")
final class HostRollbackCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "HOST")
    String host;

    @Parameters(index = "1", paramLabel = "NAME")
    String repository;

    @Option(names = "--channel", required = true, paramLabel = "C")
    String channel;

    @Option(names = "--to", paramLabel = "V")
    String to;

    @Option(names = "--no-hold")
    boolean noHold;

    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    HostRollbackCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() throws ProblemException {
        return new Operation.RollbackThere(
                engine().hosts().get(host), repository, channel, Optional.ofNullable(to), !noHold, reason);
    }
}
