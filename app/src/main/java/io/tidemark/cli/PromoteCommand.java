package io.tidemark.cli;

import io.tidemark.model.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code promote}: moves a channel to a version. A person who types this has decided, so boot-critical changes are shown
 * and not refused; a channel that does not exist yet is made.
 */
@Command(name = "promote")
final class PromoteCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", paramLabel = "VERSION")
    String version;

    @Option(names = "--channel", required = true, paramLabel = "C")
    String channel;

    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    PromoteCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Promote(dir, version, channel, true, true, reason);
    }
}
