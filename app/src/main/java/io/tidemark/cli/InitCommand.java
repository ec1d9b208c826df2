package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.Policies;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init}: makes a new, empty repository. */
@Command(name = "init")
final class InitCommand extends ChangeCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--kind", required = true, paramLabel = "KIND")
    String kind;

    @Option(names = "--name", paramLabel = "NAME")
    String name = "";

    @Option(names = "--upstream", paramLabel = "URL")
    String url = "";

    @Option(names = "--keys", paramLabel = "DIR")
    String keys;

    @Option(names = "--trust", paramLabel = "FINGERPRINT")
    List<String> trust = List.of();

    @Mixin
    final TransferOptions transfer = new TransferOptions();

    @Mixin
    final PolicyOptions policies = new PolicyOptions();

    final UpstreamOptions options = new UpstreamOptions();

    InitCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Init(
                dir,
                kind,
                name,
                options.over(Upstream.none(), url),
                transfer.over(TransferSettings.standard()),
                policies.over(Policies.standard()),
                Optional.ofNullable(keys),
                trust);
    }
}
