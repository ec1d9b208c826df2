package io.tidemark.cli;

import io.tidemark.model.ClientLines;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code host clients}: what clients must be told to use a repository from a host. */
@Command(name = "clients")
final class HostClientsCommand extends FaceCommand {

    @Parameters(index = "0", paramLabel = "HOST")
    String host;

    @Parameters(index = "1", paramLabel = "DIR")
    String dir;

    HostClientsCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        List<ClientLines> clients = engine().hosts().clients(dir, host);
        if (common.json) {
            json(Map.of("clients", clients));
        } else {
            clients.forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(ClientLines client) {
        face.out().line("# " + client.client() + (client.file().isEmpty() ? "" : ": " + client.file()));
        client.lines().forEach(face.out()::line);
    }
}
