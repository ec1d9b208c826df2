package io.tidemark.host.ssh;

import java.time.Duration;

/**
 * How long each step of a connection may take. A step that takes longer is ended by closing the socket.
 *
 * @param connect finding the address, and the connection of TCP, each
 * @param greeting until the host has said which program it is
 * @param exchange agreeing on keys
 * @param authentication each attempt, without the time that a person takes to answer
 * @param channel opening a channel, and each small question inside it
 * @param silence without a byte while one is waited for
 */
public record Deadlines(
        Duration connect,
        Duration greeting,
        Duration exchange,
        Duration authentication,
        Duration channel,
        Duration silence) {

    /** What people bear: nothing is silent for longer than 30 seconds, the way to an encrypted connection included. */
    public static Deadlines usual() {
        Duration step = Duration.ofSeconds(10);
        Duration longest = Duration.ofSeconds(30);
        return new Deadlines(step, step, step, longest, step, longest);
    }

    /** The same for every step. */
    public static Deadlines each(Duration limit) {
        return new Deadlines(limit, limit, limit, limit, limit, limit);
    }
}
