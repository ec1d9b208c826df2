package io.tidemark.engine.remote;

import io.tidemark.engine.Serving;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Optional;

/** Servers of this process. What lies elsewhere is served there, by a web server or by the same command. */
record RoutedServing(Serving local, Machines machines) implements Serving {

    @Override
    public Served start(String dir, String address, int port) throws ProblemException {
        Optional<Machines.Far> far = machines.far(dir);
        if (far.isPresent()) {
            throw new ProblemException(Problem.of(
                    "far.serving",
                    Problem.Category.USAGE,
                    "object",
                    dir,
                    "server",
                    far.get().place().server(),
                    "path",
                    far.get().place().path()));
        }
        return local.start(dir, address, port);
    }

    @Override
    public List<Served> list() {
        return local.list();
    }

    @Override
    public void stop(Served served) {
        local.stop(served);
    }
}
