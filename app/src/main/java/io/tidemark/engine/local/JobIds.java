package io.tidemark.engine.local;

import java.util.concurrent.ThreadLocalRandom;

/** Names for jobs. */
final class JobIds {

    private JobIds() {}

    /** Sixteen hex digits that no other job has. */
    static String fresh() {
        return "%016x".formatted(ThreadLocalRandom.current().nextLong());
    }
}
