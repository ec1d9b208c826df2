package io.tidemark.cli;

import io.tidemark.model.Operation;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code update}: syncs, verifies and seals one new version; with {@code --promote} moves a channel to it. */
@Command(name = "update")
final class UpdateCommand extends ChangeCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--version", paramLabel = "V")
    String version;

    @Option(names = "--promote", paramLabel = "CHANNEL")
    String channel;

    @Option(names = "--allow-boot-critical")
    boolean allowBootCritical;

    @Option(names = "--override", paramLabel = "GUARD", split = ",")
    List<String> overrides = List.of();

    @Option(names = "--trust", paramLabel = "FINGERPRINT")
    List<String> trust = List.of();

    @Option(names = "--grace", negatable = true)
    Boolean grace;

    UpdateCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Update(
                dir,
                Optional.ofNullable(version),
                Optional.ofNullable(channel),
                allowBootCritical,
                overrides,
                trust,
                Optional.ofNullable(grace));
    }
}
