package io.tidemark.source;

import io.tidemark.model.ProblemException;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

class HttpContractTest extends SourceContractTest {

    private TreeServer server;

    @Override
    Source open(Path directory) throws ProblemException {
        server = TreeServer.start(Published.tree(directory));
        return Fixtures.open(server.url(), 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
