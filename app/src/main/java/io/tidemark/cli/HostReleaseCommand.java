package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code host release}: lifts the hold of a channel of a host. */
@Command(name = "release")
final class HostReleaseCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "HOST")
    String host;

    @Parameters(index = "1", paramLabel = "NAME")
    String repository;

    @Option(names = "--channel", required = true, paramLabel = "C")
    String channel;

    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    HostReleaseCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() throws ProblemException {
        return new Operation.ReleaseThere(engine().hosts().get(host), repository, channel, reason);
    }
}
