package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code adopt}: takes over an existing mirror, shows its history at once, then reads every byte and seals it; with {@code
 * --give-back} undoes what {@code --exchange} did.
 */
@Command(name = "adopt")
final class AdoptCommand extends FaceCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--kind", paramLabel = "KIND")
    String kind = "";

    @Option(names = "--name", paramLabel = "NAME")
    String name = "";

    @Option(names = "--upstream", paramLabel = "URL")
    String url = "";

    @Option(names = "--keys", paramLabel = "DIR")
    String keys;

    @Option(names = "--trust", paramLabel = "FINGERPRINT")
    List<String> trust = List.of();

    @Option(names = "--disable-writers")
    boolean disableWriters;

    @Option(names = "--exchange", paramLabel = "PATH=VERSION")
    Map<String, String> exchange = Map.of();

    @Option(names = "--give-back", paramLabel = "CHANNEL")
    String giveBack;

    @Option(names = "--no-seal")
    boolean noSeal;

    @Option(names = "--share")
    boolean share;

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    final UpstreamOptions options = new UpstreamOptions();

    AdoptCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        if (giveBack != null) {
            requireNothingElse();
            return new Change(this, change.dryRun).carryOut(new Operation.GiveBack(dir, giveBack));
        }
        int code = new Change(this, change.dryRun).carryOut(adoption());
        if (change.dryRun || code != ExitCode.DONE) {
            return code;
        }
        if (!common.json && !common.quiet) {
            new VersionsPrinter(face).print(engine().views().versions(dir));
        }
        return followUp();
    }

    private Operation adoption() {
        return new Operation.Adopt(
                dir,
                kind,
                name,
                options.over(Upstream.none(), url),
                Optional.ofNullable(keys),
                trust,
                disableWriters,
                exchange);
    }

    private void requireNothingElse() throws ProblemException {
        Operation bare =
                new Operation.Adopt(dir, "", "", Upstream.none(), Optional.empty(), List.of(), false, Map.of());
        if (noSeal || share || !adoption().equals(bare)) {
            throw new ProblemException(Problem.of("cli.give-back", Problem.Category.USAGE, "object", giveBack));
        }
    }

    private int followUp() throws ProblemException, InterruptedException {
        boolean json = common.json;
        common.json = false;
        common.quiet |= json;
        if (!noSeal) {
            new Change(this, false).carryOut(new Operation.Seal(dir, List.of()));
        }
        if (share && !noSeal) {
            new Change(this, false).carryOut(new Operation.ShareCopies(dir));
        }
        return ExitCode.DONE;
    }
}
