package io.tidemark.engine.local;

import java.io.IOException;
import java.nio.file.Path;

/** Starts processes that carry out one kept job each. */
@FunctionalInterface
public interface Launcher {

    /** Starts one for the job of that id, kept by the repository in that directory. */
    Process launch(Path dir, String id) throws IOException;
}
