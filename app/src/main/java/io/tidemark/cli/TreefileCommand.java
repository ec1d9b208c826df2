package io.tidemark.cli;

import io.tidemark.model.Problem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code treefile}: the texts that versions are composed of. */
@Command(name = "treefile")
final class TreefileCommand extends FaceCommand {

    @Spec
    CommandSpec spec;

    TreefileCommand(Face face) {
        super(face);
    }

    @Override
    List<FaceCommand> below() {
        return List.of(
                new TreefileCheckCommand(face),
                new TreefileShowCommand(face),
                new TreefileDiffCommand(face),
                new TreefileHistoryCommand(face),
                new TreefileEditCommand(face),
                new TreefileSetCommand(face),
                new TreefileTakeOverCommand(face),
                new TreefileKeepCommand(face));
    }

    @Override
    int run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Problem.Category.USAGE.exitCode();
    }
}
