package io.tidemark.cli;

import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: a script for bash and zsh. */
@Command(name = "completion")
final class CompletionCommand extends FaceCommand {

    @Spec
    CommandSpec spec;

    CompletionCommand(Face face) {
        super(face);
    }

    @Override
    int run() {
        String script = AutoComplete.bash("tidemark", spec.root().commandLine());
        if (common.json) {
            json(Map.of("script", script));
        } else {
            face.out().document(script);
        }
        return ExitCode.DONE;
    }
}
