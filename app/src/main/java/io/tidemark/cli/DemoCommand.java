package io.tidemark.cli;

import io.tidemark.demo.Demo;
import io.tidemark.demo.ServedUpstream;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demo}: makes the demonstration, says what to try, or walks through it. */
@Command(name = "demo")
final class DemoCommand extends FaceCommand {

    @Parameters(arity = "0..1", paramLabel = "DIR")
    Path dir;

    @Option(names = "--open")
    boolean open;

    @Option(names = "--walk")
    boolean walk;

    DemoCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Demo demo = make();
        if (common.json) {
            json(Map.of(
                    "dir", demo.dir(),
                    "repository", demo.repository(),
                    "workspace", demo.workspaceFile()));
        } else if (!common.quiet) {
            face.out().line(face.text("cli.demo.made", "dir", demo.dir()));
        }
        return open || walk ? serving(demo) : hint(demo);
    }

    /** The upstream is served by this program for as long as it runs. */
    private int serving(Demo demo) throws ProblemException, InterruptedException {
        try (ConsoleJob job = new ConsoleJob(face.cpu(), face, true);
                ServedUpstream served =
                        ServedUpstream.start(demo, face.engineAt(demo.workspaceFile(), Clock.systemUTC()), job)) {
            if (!common.json && !common.quiet) {
                face.out().line(face.text("cli.demo.served", "url", served.url()));
            }
            return open
                    ? face.openWindow(Optional.of(demo.workspaceFile().toString()))
                    : new DemoWalk(face, demo).run();
        }
    }

    private Demo make() throws ProblemException, InterruptedException {
        try (ConsoleJob job = new ConsoleJob(face.cpu(), face, true)) {
            return Demo.in(dir == null ? standardPlace() : dir, face::engineAt, job);
        }
    }

    private int hint(Demo demo) {
        if (!common.json && !common.quiet) {
            face.out().line(face.text("cli.demo.try"));
            for (List<String> command : DemoWalk.commands(demo)) {
                face.out().line("  $ tidemark " + ShellWords.join(command));
            }
            face.out()
                    .line("  $ tidemark gui --workspace "
                            + ShellWords.quote(demo.workspaceFile().toString()));
        }
        return ExitCode.DONE;
    }

    /** {@code $XDG_DATA_HOME/tidemark/demo}. */
    private static Path standardPlace() {
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return base.resolve("tidemark").resolve("demo");
    }
}
