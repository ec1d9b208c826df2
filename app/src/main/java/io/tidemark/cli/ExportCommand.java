package io.tidemark.cli;

import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: packs a version into one file that the kind's own program reads. */
@Command(name = "export")
final class ExportCommand extends FaceCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", paramLabel = "V")
    String version;

    @Option(names = "--to", required = true, paramLabel = "FILE")
    String file;

    ExportCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        try (ConsoleJob job = job()) {
            String target = dir.startsWith("ssh://")
                    ? file
                    : Path.of(file).toAbsolutePath().toString();
            long bytes = engine().views().export(dir, version, target, job);
            job.finish();
            if (common.json) {
                json(Map.of("version", version, "file", target, "bytes", bytes));
            } else {
                face.out().line(face.text("cli.export.done", "version", version, "file", target, "bytes", bytes));
            }
            return ExitCode.DONE;
        }
    }
}
