package io.tidemark.cli;

import io.tidemark.model.Problem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code delta}: binary deltas of single files and of repositories of images. */
@Command(name = "delta")
final class DeltaCommand extends FaceCommand {

    @Spec
    CommandSpec spec;

    DeltaCommand(Face face) {
        super(face);
    }

    @Override
    List<FaceCommand> below() {
        return List.of(
                new DeltaMakeCommand(face),
                new DeltaApplyCommand(face),
                new DeltaInfoCommand(face),
                new DeltaSignCommand(face),
                new DeltaPlanCommand(face),
                new DeltaRunCommand(face));
    }

    @Override
    int run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Problem.Category.USAGE.exitCode();
    }
}
