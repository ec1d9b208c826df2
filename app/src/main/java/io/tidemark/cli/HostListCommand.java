package io.tidemark.cli;

import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code host list}: the hosts of the workspace and what was found on them last. Contacts nobody. */
@Command(name = "list")
final class HostListCommand extends FaceCommand {

    HostListCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        List<Host> hosts = engine().hosts().list();
        if (common.json) {
            json(Map.of("hosts", documents(hosts)));
        } else if (hosts.isEmpty()) {
            face.out().line(face.text("cli.host.none"));
        } else {
            print(hosts);
        }
        return ExitCode.DONE;
    }

    private void print(List<Host> hosts) throws ProblemException {
        Table table = new Table("lllllll");
        HostPrinter printer = new HostPrinter(this);
        for (Host host : hosts) {
            table.row(printer.cells(host, engine().hosts().last(host.name())));
        }
        table.print(face.out());
    }

    private List<Map<String, Object>> documents(List<Host> hosts) throws ProblemException {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Host host : hosts) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("host", host);
            document.put("worst", engine().hosts().last(host.name()).map(HostReport::worst));
            document.put("checked", engine().hosts().last(host.name()).map(HostReport::checked));
            documents.add(document);
        }
        return documents;
    }
}
