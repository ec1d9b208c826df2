package io.tidemark.cli;

import io.tidemark.model.ProblemException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code host mail}: the mail that announces a new mirror to the keepers of its upstream. Sends nothing. */
@Command(name = "mail")
final class HostMailCommand extends FaceCommand {

    @Parameters(index = "0", paramLabel = "HOST")
    String host;

    @Parameters(index = "1", paramLabel = "DIR")
    String dir;

    HostMailCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        String mail = engine().hosts().registration(dir, host);
        if (common.json) {
            json(Map.of("mail", mail));
        } else {
            mail.lines().forEach(face.out()::line);
        }
        return ExitCode.DONE;
    }
}
