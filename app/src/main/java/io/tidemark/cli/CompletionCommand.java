package io.tidemark.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: a script for bash and zsh. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {

    private final Face face;

    @Spec
    CommandSpec spec;

    CompletionCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        face.out().document(AutoComplete.bash("tidemark", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
