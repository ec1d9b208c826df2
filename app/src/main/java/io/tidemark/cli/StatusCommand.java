package io.tidemark.cli;

import io.tidemark.engine.Workspaces;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        List<StatusLook> all = look();
        if (dir != null && !check && all.getFirst().problem().isPresent()) {
            throw new ProblemException(all.getFirst().problem().get());
        }
        if (common.json) {
            json(
                    dir == null
                            ? Map.of(
                                    "repositories",
                                    all.stream().map(this::document).toList())
                            : document(all.getFirst()));
        } else if (check) {
            all.forEach(new StatusPrinter(face)::line);
        } else {
            new StatusPrinter(face).print(all);
        }
        return check ? worst(all) : failure(all);
    }

    private List<StatusLook> look() throws ProblemException, InterruptedException {
        if (dir != null) {
            return List.of(StatusLook.at(dir, dir, this::read));
        }
        List<StatusLook> all = new ArrayList<>();
        for (Workspaces.Place place : engine().workspaces().get().repositories()) {
            all.add(StatusLook.at(place.name(), place.dir(), this::read));
        }
        return all;
    }

    private Object document(StatusLook look) {
        return look.status().<Object>map(status -> status).orElseGet(() -> {
            Map<String, Object> unknown = new LinkedHashMap<>();
            unknown.put("name", look.name());
            unknown.put("dir", look.dir());
            unknown.put("health", look.health());
            unknown.put(
                    "error", new Failures(face, true).document(look.problem().orElseThrow()));
            return unknown;
        });
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
    private static int worst(List<StatusLook> all) {
        return all.stream().mapToInt(look -> look.health().ordinal()).max().orElse(0);
    }

    /** One repository that cannot be read does not hide the others, and is not forgotten either. */
    private static int failure(List<StatusLook> all) {
        return all.stream()
                .flatMap(look -> look.problem().stream())
                .mapToInt(problem -> problem.category().exitCode())
                .findFirst()
                .orElse(ExitCode.DONE);
    }
}
