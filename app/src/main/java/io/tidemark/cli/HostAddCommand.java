package io.tidemark.cli;

import io.tidemark.model.Host;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code host add}: gets to know a mirror machine. */
@Command(name = "add")
final class HostAddCommand extends FaceCommand {

    @Parameters(paramLabel = "NAME")
    String name;

    @Option(names = "--address", required = true, paramLabel = "A")
    String address;

    @Option(names = "--port", paramLabel = "P")
    int port;

    @Option(names = "--user", required = true, paramLabel = "U")
    String user;

    @Option(names = "--root", required = true, paramLabel = "DIR")
    String root;

    @Option(names = "--fingerprint", paramLabel = "SHA256:…")
    String fingerprint;

    @Option(names = "--group", paramLabel = "G")
    List<String> groups = new ArrayList<>();

    @Option(names = "--tag", paramLabel = "T")
    List<String> tags = new ArrayList<>();

    @Option(names = "--tier", paramLabel = "1|2")
    int tier = 1;

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    HostAddCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        HostPrinter printer = new HostPrinter(this);
        if (change.dryRun) {
            return printer.tell("cli.host.would-add", engine().hosts().judge(host()));
        }
        try (ConsoleJob job = job()) {
            Host added = engine().hosts().add(host(), job);
            job.finish();
            return printer.tell("cli.host.added", added);
        }
    }

    private Host host() throws ProblemException {
        return new Host(
                name,
                address,
                port,
                user,
                root,
                Optional.ofNullable(fingerprint),
                Choice.of("--tier", tier, List.of(Host.Role.TIER1, Host.Role.TIER2)),
                groups,
                tags,
                Optional.empty());
    }
}
