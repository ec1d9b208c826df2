package io.tidemark.source;

import io.tidemark.model.ProblemException;
import io.tidemark.testkit.FtpDaemon;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** A server that knows neither MLSD nor exact times in its listings. */
@NeedsProgram("vsftpd")
class FtpContractTest extends SourceContractTest {

    private FtpDaemon daemon;

    @Override
    Source open(Path directory) throws ProblemException {
        try {
            daemon = new FtpDaemon(directory);
            return Fixtures.open(daemon.url("ftp"), 2);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() throws Exception {
        daemon.close();
    }
}
