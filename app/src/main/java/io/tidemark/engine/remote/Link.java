package io.tidemark.engine.remote;

import io.tidemark.engine.Connections.Connection;
import io.tidemark.engine.Connections.State;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The line to one machine, whatever happens to it: opened when first needed, opened again after a cut with growing pauses, and
 * calls that may be repeated are. Safe for all threads.
 */
final class Link implements AutoCloseable {

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration MEMORY = Duration.ofSeconds(3);

    private final RemoteServer server;
    private final Dialer dialer;
    private final Hello here;
    private final Patience patience;
    private final ReentrantLock dialling = new ReentrantLock(true);
    private volatile Connection state;
    private volatile Optional<Line> line = Optional.empty();
    private volatile Optional<Failure> failure = Optional.empty();
    private boolean connectedOnce;

    Link(RemoteServer server, Dialer dialer, Hello here, Patience patience) {
        this.server = server;
        this.dialer = dialer;
        this.here = here;
        this.patience = patience;
        this.state = new Connection(server.toString(), State.IDLE, Instant.now(), Optional.empty());
    }

    /** How the line stands. */
    Connection state() {
        return state;
    }

    RemoteServer server() {
        return server;
    }

    /**
     * Calls a method there.
     *
     * @throws ProblemException what the method throws, or {@code far.*}
     */
    Object call(Entry entry, Object... arguments) throws ProblemException, InterruptedException {
        long end = System.nanoTime() + patience.trying().toNanos();
        while (true) {
            Line now = line(end);
            try {
                return now.call(entry, arguments);
            } catch (LineLost lost) {
                cut(now, lost);
                if (entry.once() || System.nanoTime() > end) {
                    throw FarProblems.cut(server, lost);
                }
            }
        }
    }

    private Line line(long end) throws ProblemException, InterruptedException {
        Optional<Line> now = living();
        if (now.isPresent()) {
            return now.get();
        }
        dialling.lockInterruptibly();
        try {
            now = living();
            return now.isPresent() ? now.get() : dial(end);
        } finally {
            dialling.unlock();
        }
    }

    private Optional<Line> living() {
        return line.filter(Line::alive);
    }

    private Line dial(long end) throws ProblemException, InterruptedException {
        line.flatMap(Line::lost).ifPresent(lost -> change(State.CUT, FarProblems.cut(server, lost)));
        if (failure.isPresent() && failure.get().fresh()) {
            throw new ProblemException(failure.get().problem());
        }
        Duration pause = SHORTEST;
        while (true) {
            try {
                return opened();
            } catch (ProblemException unable) {
                change(connectedOnce ? State.CUT : State.FAILED, unable);
                boolean hope = connectedOnce && unable.problem().category() == Problem.Category.UNREACHABLE;
                if (!hope || System.nanoTime() + pause.toNanos() > end) {
                    failure = Optional.of(new Failure(unable.problem(), System.nanoTime()));
                    throw unable;
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        }
    }

    private Line opened() throws ProblemException, InterruptedException {
        if (!connectedOnce) {
            change(State.CONNECTING, null);
        }
        Line fresh = Line.open(dialer.dial(server), here, patience, server);
        line = Optional.of(fresh);
        connectedOnce = true;
        failure = Optional.empty();
        change(State.CONNECTED, null);
        return fresh;
    }

    private void cut(Line which, LineLost lost) {
        if (line.filter(now -> now == which).isPresent() && state.state() == State.CONNECTED) {
            change(State.CUT, FarProblems.cut(server, lost));
        }
    }

    private void change(State next, ProblemException problem) {
        Instant since = state.state() == next ? state.since() : Instant.now();
        state = new Connection(
                server.toString(), next, since, Optional.ofNullable(problem).map(ProblemException::problem));
    }

    @Override
    public void close() {
        line.ifPresent(Line::close);
    }

    /** Why it could not be opened a moment ago: nobody else need wait for the same. */
    private record Failure(Problem problem, long when) {
        boolean fresh() {
            return problem.category() == Problem.Category.UNREACHABLE && System.nanoTime() - when < MEMORY.toNanos();
        }
    }
}
