package io.tidemark.demo;

import io.tidemark.engine.Engine;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Upstream;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import java.nio.file.Path;
import java.util.Map;

/**
 * The demonstration's upstream behind a web server of this program, on a free port of this machine, for as long as it is
 * open: updates come over HTTP as they do in life. Afterwards the repository names the upstream's directory again, so that
 * the demonstration goes on working without any server. Used by one thread.
 */
public final class ServedUpstream implements AutoCloseable {

    private final Demo demo;
    private final Engine engine;
    private final JobContext job;
    private final TreeServer server;

    private ServedUpstream(Demo demo, Engine engine, JobContext job) throws ProblemException {
        this.demo = demo;
        this.engine = engine;
        this.job = job;
        this.server = TreeServer.start(Published.tree(directory(demo)));
    }

    /** Starts the server and lets the demonstration's repository fetch from it. */
    public static ServedUpstream start(Demo demo, Engine engine, JobContext job)
            throws ProblemException, InterruptedException {
        ServedUpstream served = new ServedUpstream(demo, engine, job);
        try {
            served.fetchFrom(served.url());
            return served;
        } catch (ProblemException failed) {
            served.server.close();
            throw failed;
        }
    }

    /** Where it is served. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() throws ProblemException {
        boolean stopped = Thread.interrupted();
        try {
            fetchFrom(directory(demo).toUri().toString());
        } catch (InterruptedException again) {
            stopped = true;
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
            server.close();
        }
    }

    private static Path directory(Demo demo) {
        return demo.dir().resolve("upstream");
    }

    private void fetchFrom(String url) throws ProblemException, InterruptedException {
        String place = demo.repository().toString();
        RepositoryConfig old = engine.views().status(place).config();
        Operation.Configure change = new Operation.Configure(
                place,
                old.name(),
                new Upstream(url, old.upstream().options()),
                old.transfer(),
                old.policies(),
                Map.of());
        engine.operations().run(engine.operations().plan(change, job), job);
    }
}
