package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prune}: deletes the named versions, or all but the newest that nothing needs. */
@Command(name = "prune")
final class PruneCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", arity = "0..*", paramLabel = "V")
    List<String> versions = List.of();

    @Option(names = "--keep", paramLabel = "N")
    int keep;

    PruneCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() throws ProblemException {
        if (versions.isEmpty() == (keep <= 0)) {
            throw new ProblemException(Problem.of("cli.prune", Problem.Category.USAGE, "object", dir));
        }
        return new Operation.Prune(dir, versions, keep);
    }
}
