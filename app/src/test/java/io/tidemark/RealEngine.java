package io.tidemark;

import io.tidemark.engine.Engine;
import java.time.Clock;
import java.util.Optional;

/** The engine as the program wires it, for tests that drive the whole program in their own process. */
public final class RealEngine {

    private RealEngine() {}

    /** What {@link Main} hands to the command line. */
    public static Engine make(Optional<String> workspaceFile, Clock clock) {
        return Wiring.engine(workspaceFile, clock);
    }
}
