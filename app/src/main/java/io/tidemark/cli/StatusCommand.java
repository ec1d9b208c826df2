package io.tidemark.cli;

import io.tidemark.engine.Workspaces;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status}: one repository, or all of the workspace; with {@code --check} answers monitoring exit codes. */
@Command(name = "status")
final class StatusCommand extends FaceCommand {

    @Parameters(arity = "0..1", paramLabel = "DIR")
    String dir;

    @Option(names = "--check")
    boolean check;

    @Option(names = "--upstream")
    boolean upstream;

    StatusCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        List<RepositoryStatus> all = read();
        if (common.json) {
            json(dir == null ? Map.of("repositories", all) : all.getFirst());
        } else if (check) {
            all.forEach(new StatusPrinter(face)::line);
        } else {
            new StatusPrinter(face).print(all);
        }
        return check ? worst(all) : ExitCode.DONE;
    }

    private List<RepositoryStatus> read() throws ProblemException, InterruptedException {
        if (dir != null) {
            return List.of(read(dir));
        }
        List<RepositoryStatus> all = new ArrayList<>();
        for (Workspaces.Place place : engine().workspaces().get().repositories()) {
            all.add(read(place.dir()));
        }
        return all;
    }

    private RepositoryStatus read(String place) throws ProblemException, InterruptedException {
        if (!upstream) {
            return engine().views().status(place);
        }
        try (ConsoleJob job = job()) {
            return engine().views().checkUpstream(place, job);
        }
    }

    /** 0 healthy, 1 warning, 2 critical, 3 unknown: what monitoring systems expect of a check. */
    private static int worst(List<RepositoryStatus> all) {
        return all.stream().mapToInt(status -> status.health().ordinal()).max().orElse(0);
    }
}
