package io.tidemark.engine.remote;

import java.time.Duration;

/**
 * How long one side waits for the other.
 *
 * @param greeting until the other side has said who it is; Java may have to start there
 * @param silence until a line on which nothing comes counts as dead
 * @param beat between two signs of life
 * @param trying until a call gives up on a line that was cut
 * @param slowest bytes for each second that a long record must at least come with
 */
public record Patience(Duration greeting, Duration silence, Duration beat, Duration trying, long slowest) {

    /** For people and lines as they are. */
    public static Patience standard() {
        return new Patience(
                Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(60), 4096);
    }

    /** The longest that a record of that size may take, counted from its first byte. */
    Duration longest(long bytes) {
        return silence.plusSeconds(bytes / slowest);
    }
}
