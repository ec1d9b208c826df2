package io.tidemark.cli;

import io.tidemark.model.Operation;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sync}: creates or continues a staged version, never seals. */
@Command(name = "sync")
final class SyncCommand extends ChangeCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", arity = "0..1", paramLabel = "V")
    String version;

    @Option(names = "--override", paramLabel = "GUARD", split = ",")
    List<String> overrides = List.of();

    @Option(names = "--trust", paramLabel = "FINGERPRINT")
    List<String> trust = List.of();

    SyncCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() {
        return new Operation.Sync(dir, Optional.ofNullable(version), overrides, trust);
    }
}
