package io.tidemark.cli;

import io.tidemark.model.Host;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code host remove}: forgets a host; nothing there is touched. */
@Command(name = "remove")
final class HostRemoveCommand extends FaceCommand {

    @Parameters(paramLabel = "NAME")
    String name;

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    HostRemoveCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        Host host = engine().hosts().get(name);
        if (change.dryRun) {
            return new HostPrinter(this).tell("cli.host.would-remove", host);
        }
        engine().hosts().remove(name);
        return new HostPrinter(this).tell("cli.host.removed", host);
    }
}
