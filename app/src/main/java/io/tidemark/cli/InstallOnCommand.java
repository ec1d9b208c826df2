package io.tidemark.cli;

import io.tidemark.engine.Connections;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code install-on}: copies this program to a server, with consent. */
@Command(name = "install-on")
final class InstallOnCommand extends FaceCommand {

    @Parameters(paramLabel = "SERVER")
    String server;

    @Option(names = "--yes")
    boolean yes;

    InstallOnCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        requireConsent();
        try (ConsoleJob job = job()) {
            Connections.Installed done = engine().connections().install(server, job);
            job.finish();
            if (common.json) {
                json(done);
            } else {
                face.out()
                        .line(face.text(
                                "cli.install.done",
                                "version",
                                done.version(),
                                "server",
                                done.server(),
                                "place",
                                done.place(),
                                "bytes",
                                done.bytes()));
            }
            return ExitCode.DONE;
        }
    }

    private void requireConsent() throws ProblemException {
        Console console = System.console();
        boolean mayAsk = console != null && console.isTerminal() && !common.json && !common.quiet;
        if (yes
                || mayAsk
                        && face.text("cli.install.yes")
                                .equalsIgnoreCase(console.readLine(
                                        "%s ",
                                        face.text("cli.install.question", "server", Output.printable(server))))) {
            return;
        }
        throw new ProblemException(Problem.of("cli.install.consent", Problem.Category.USAGE, "object", server));
    }
}
