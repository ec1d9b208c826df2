package io.tidemark.cli;

import io.tidemark.engine.Serving;
import io.tidemark.model.ProblemException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serve}: publishes a repository over plain HTTP until it is interrupted. */
@Command(name = "serve")
final class ServeCommand extends FaceCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--address", paramLabel = "ADDRESS")
    String address = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT")
    int port;

    ServeCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Serving.Served served = engine().serving().start(dir, address, port);
        try {
            tell(served);
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } finally {
            engine().serving().stop(served);
        }
    }

    private void tell(Serving.Served served) {
        if (common.json) {
            json(served);
        } else {
            face.out().line(face.text("cli.serve", "url", served.url(), "dir", served.dir()));
        }
    }
}
