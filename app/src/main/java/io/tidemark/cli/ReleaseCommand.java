package io.tidemark.cli;

import io.tidemark.model.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code release}: lifts the hold of a channel. */
@Command(name = "release")
final class ReleaseCommand extends ChangeCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--channel", required = true, paramLabel = "C")
    String channel;

    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    ReleaseCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Release(dir, channel, reason);
    }
}
