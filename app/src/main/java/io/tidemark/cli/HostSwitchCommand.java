package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code host switch}: moves a channel of a host to a version that lies there. */
@Command(name = "switch")
final class HostSwitchCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "HOST")
    String host;

    @Parameters(index = "1", paramLabel = "DIR")
    String dir;

    @Parameters(index = "2", paramLabel = "VERSION")
    String version;

    @Option(names = "--channel", required = true, paramLabel = "C")
    String channel;

    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    HostSwitchCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() throws ProblemException {
        return new Operation.SwitchThere(dir, engine().hosts().get(host), version, channel, reason);
    }
}
