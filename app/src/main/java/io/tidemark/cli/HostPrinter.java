package io.tidemark.cli;

import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import java.util.Optional;

/** Hosts in words. */
final class HostPrinter {

    private final FaceCommand command;
    private final Face face;

    HostPrinter(FaceCommand command) {
        this.command = command;
        this.face = command.face;
    }

    /** What was, or would be, done with one host; answers the exit code. */
    int tell(String key, Host host) {
        if (command.common.json) {
            command.json(host);
        } else if (!command.common.quiet) {
            face.out().line(face.text(key, "host", host.name(), "address", where(host), "root", host.root()));
        }
        return ExitCode.DONE;
    }

    /** One line of a list. */
    String[] cells(Host host, Optional<HostReport> last) {
        return new String[] {
            last.map(report -> NoticePrinter.mark(report.worst())).orElse("·"),
            host.name(),
            where(host),
            host.root(),
            face.text("cli.host.role." + host.role()),
            String.join(", ", host.groups()),
            last.map(report -> face.texts().formats().ago(report.checked()))
                    .orElseGet(() -> face.text("cli.host.never"))
        };
    }

    private static String where(Host host) {
        String port = host.port() == 0 ? "" : ":" + host.port();
        return (host.user().isEmpty() ? "" : host.user() + "@") + host.address() + port;
    }
}
