package io.tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tidemark} without a command: its version, or help. */
@Command(name = "tidemark", mixinStandardHelpOptions = false)
final class RootCommand implements Callable<Integer> {

    private final Face face;

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    @Option(names = {"-V", "--version"})
    boolean version;

    @Option(names = "--lang", paramLabel = "LANG")
    String language;

    RootCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        if (version) {
            face.out().line(face.text("cli.version", "version", ProgramVersion.text()));
        } else {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }
}
