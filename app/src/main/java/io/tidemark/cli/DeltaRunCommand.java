package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delta run}: makes the deltas that a repository of images asks for, and publishes them. */
@Command(name = "run")
final class DeltaRunCommand extends ChangeCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--take-in")
    boolean takeIn;

    @Option(names = "--series", paramLabel = "NAME=V,V")
    List<String> series = List.of();

    @Option(names = "--extra", paramLabel = "V=V,V")
    List<String> extras = List.of();

    DeltaRunCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() throws ProblemException {
        return new Operation.MakeDeltas(dir, takeIn, lists(series), lists(extras));
    }

    private static Map<String, List<String>> lists(List<String> given) throws ProblemException {
        Map<String, List<String>> lists = new HashMap<>();
        for (String each : given) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new ProblemException(Problem.of("cli.series", Problem.Category.USAGE, "object", each));
            }
            List<String> names =
                    new ArrayList<>(List.of(each.substring(equals + 1).split(",")));
            names.removeIf(String::isBlank);
            lists.put(each.substring(0, equals), names);
        }
        return lists;
    }
}
