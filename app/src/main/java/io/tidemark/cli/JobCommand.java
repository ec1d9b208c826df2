package io.tidemark.cli;

import io.tidemark.model.Problem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code job}: the jobs that repositories keep, whoever runs them and wherever. */
@Command(name = "job")
final class JobCommand extends FaceCommand {

    @Spec
    CommandSpec spec;

    JobCommand(Face face) {
        super(face);
    }

    @Override
    List<FaceCommand> below() {
        return List.of(new JobListCommand(face), new JobAttachCommand(face), new JobCancelCommand(face));
    }

    @Override
    int run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Problem.Category.USAGE.exitCode();
    }
}
