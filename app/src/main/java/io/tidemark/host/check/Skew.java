package io.tidemark.host.check;

import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.ProblemException;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a host's clock is from ours: what it says is taken to be true in the middle of the time that asking took. Where it
 * says whole seconds, half a second is added.
 */
final class Skew {

    private static final Pattern TIME = Pattern.compile("([0-9]{9,11})(?:[.]([0-9]{3})[0-9]*)?");
    private static final int MOST_BYTES = 256;
    private static final int SECOND = 1000;
    private static final int TOLERABLE = 2 * SECOND;
    private static final int FAR = 300 * SECOND;

    private Skew() {}

    /** Milliseconds by which it is ahead, as the quicker of two questions tells; empty where it does not say. */
    static OptionalLong millis(SshConnection connection, Clock clock) throws ProblemException, InterruptedException {
        Asked first = ask(connection, clock);
        Asked second = ask(connection, clock);
        return first.took() < second.took() ? first.ahead() : second.ahead();
    }

    private static Asked ask(SshConnection connection, Clock clock) throws ProblemException, InterruptedException {
        long before = clock.millis();
        long start = System.nanoTime();
        String said = connection.run(Command.of(Verb.NOW), MOST_BYTES).text();
        long took = (System.nanoTime() - start) / 1_000_000;
        OptionalLong there = time(said);
        return new Asked(
                took,
                there.isPresent() ? OptionalLong.of(there.getAsLong() - before - took / 2) : OptionalLong.empty());
    }

    static OptionalLong time(String said) {
        Matcher time = TIME.matcher(said.strip());
        if (!time.lookingAt()) {
            return OptionalLong.empty();
        }
        String fraction = time.group(2);
        long within = fraction == null ? SECOND / 2 : Long.parseLong(fraction);
        return OptionalLong.of(Long.parseLong(time.group(1)) * SECOND + within);
    }

    static void tell(OptionalLong skew, Notes notes) {
        if (skew.isEmpty()) {
            notes.info("clock", "host.found.clock.unknown");
            return;
        }
        long millis = skew.getAsLong();
        long off = Math.abs(millis);
        notes.figure("skew.millis", millis);
        if (off <= TOLERABLE) {
            notes.good("clock", "host.found.clock", "skew", off);
        } else {
            String key = millis > 0 ? "host.found.clock.ahead" : "host.found.clock.behind";
            notes.add("clock", off > FAR ? Levels.danger(false) : Levels.warning(false), key, "skew", off);
        }
    }

    /** One question: how long it took, and the answer. */
    private record Asked(long took, OptionalLong ahead) {}
}
