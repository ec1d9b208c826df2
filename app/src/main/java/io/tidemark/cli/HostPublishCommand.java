package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code host publish}: brings a sealed version to a host; no channel moves. */
@Command(name = "publish")
final class HostPublishCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "HOST")
    String host;

    @Parameters(index = "1", paramLabel = "DIR")
    String dir;

    @Parameters(index = "2", paramLabel = "VERSION")
    String version;

    HostPublishCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() throws ProblemException {
        return new Operation.Publish(dir, engine().hosts().get(host), version);
    }
}
