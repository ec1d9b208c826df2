package io.tidemark.cli;

import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code host check}: looks at hosts, all at the same time; exit 4 if one cannot be reached. */
@Command(name = "check")
final class HostCheckCommand extends FaceCommand {

    private static final String ALL = "all";

    @Parameters(arity = "0..*", paramLabel = "NAME")
    List<String> names = new ArrayList<>();

    HostCheckCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        List<HostReport> reports = look();
        if (common.json) {
            json(Map.of("hosts", reports));
        } else if (!common.quiet) {
            reports.forEach(new ReportPrinter(face)::print);
        }
        return reports.stream()
                .flatMap(report -> report.problem().stream())
                .mapToInt(problem -> problem.category().exitCode())
                .findFirst()
                .orElse(ExitCode.DONE);
    }

    private List<HostReport> look() throws ProblemException, InterruptedException {
        try (ConsoleJob job = job()) {
            return engine().hosts().checkAll(wanted(), job);
        }
    }

    private List<String> wanted() throws ProblemException {
        boolean all = names.isEmpty() || names.equals(List.of(ALL));
        return all ? engine().hosts().list().stream().map(Host::name).toList() : names;
    }
}
