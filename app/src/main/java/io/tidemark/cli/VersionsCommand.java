package io.tidemark.cli;

import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code versions}: the versions of a repository, oldest first. */
@Command(name = "versions")
final class VersionsCommand extends FaceCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    VersionsCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        List<Version> versions = engine().views().versions(dir);
        if (common.json) {
            json(Map.of("versions", versions));
        } else {
            new VersionsPrinter(face).print(versions);
        }
        return ExitCode.DONE;
    }
}
