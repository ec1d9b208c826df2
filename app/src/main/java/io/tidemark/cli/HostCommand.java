package io.tidemark.cli;

import io.tidemark.model.Problem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code host}: mirror machines that are reached over SSH. */
@Command(name = "host")
final class HostCommand extends FaceCommand {

    @Spec
    CommandSpec spec;

    HostCommand(Face face) {
        super(face);
    }

    @Override
    List<FaceCommand> below() {
        return List.of(
                new HostAddCommand(face),
                new HostListCommand(face),
                new HostCheckCommand(face),
                new HostProvisionCommand(face),
                new HostPublishCommand(face),
                new HostSwitchCommand(face),
                new HostRollbackCommand(face),
                new HostReleaseCommand(face),
                new HostClientsCommand(face),
                new HostMailCommand(face),
                new HostRemoveCommand(face));
    }

    @Override
    int run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Problem.Category.USAGE.exitCode();
    }
}
