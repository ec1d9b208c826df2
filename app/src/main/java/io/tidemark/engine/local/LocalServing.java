package io.tidemark.engine.local;

import io.tidemark.engine.Serving;
import io.tidemark.engine.Workspaces;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Servers that run in this process; they end with it. Safe for all threads. */
final class LocalServing implements Serving {

    private static final int HIGHEST_PORT = 65_535;

    private final Repositories repositories;
    private final Workspaces workspaces;
    private final Map<Served, TreeServer> running = new LinkedHashMap<>();

    LocalServing(Repositories repositories, Workspaces workspaces) {
        this.repositories = repositories;
        this.workspaces = workspaces;
    }

    @Override
    public Served start(String dir, String address, int port) throws ProblemException {
        Path root = repositories.open(dir).store().root();
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ProblemException(Problem.of("serve.port", Problem.Category.USAGE, "object", port));
        }
        TreeServer server = TreeServer.start(
                new Published(root, neighbours()), new InetSocketAddress(address, port), Duration.ZERO);
        Served served = new Served(root.toString(), address, server.port(), server.url());
        synchronized (running) {
            running.put(served, server);
        }
        return served;
    }

    @Override
    public List<Served> list() {
        synchronized (running) {
            return List.copyOf(running.keySet());
        }
    }

    @Override
    public void stop(Served served) {
        synchronized (running) {
            TreeServer server = running.remove(served);
            if (server != null) {
                server.close();
            }
        }
    }

    /** Trees that this console publishes as well; links may lead into them. */
    private List<Path> neighbours() throws ProblemException {
        return workspaces.get().repositories().stream()
                .filter(Workspaces.Place::here)
                .map(place -> Path.of(place.dir()))
                .toList();
    }
}
