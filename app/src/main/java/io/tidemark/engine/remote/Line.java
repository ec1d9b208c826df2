package io.tidemark.engine.remote;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * One line to a program that attends, from greeting to end: many calls at once, each answered in its own time. A line that is
 * silent too long, or says what it must not, is ended. Safe for all threads.
 */
final class Line implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Duration ORDER = Duration.ofSeconds(5);
    private static final int MOST_UNWANTED = 1_000;

    private final Wire wire;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final Map<Long, Pending> calls = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong owedPongs = new AtomicLong();
    private final AtomicInteger unwanted = new AtomicInteger();
    private volatile Optional<LineLost> lost = Optional.empty();

    private Line(Wire wire) {
        this.wire = wire;
        this.reader = new FrameReader(wire.in(), Frame.LARGEST);
        this.writer = new FrameWriter(wire.out());
    }

    /**
     * Greets the other side.
     *
     * @throws ProblemException {@code far.silent}, {@code far.nobody}, {@code far.broken}, {@code far.version}
     */
    static Line open(Wire wire, Hello here, Patience patience, RemoteServer server) throws ProblemException {
        Line line = new Line(wire);
        boolean greeted = false;
        try (Pulse deadline = Pulse.deadline(patience.greeting(), line::close)) {
            LOG.trace("greeting {} within {}", server, deadline.longest());
            line.greet(here, server);
            greeted = true;
        } finally {
            if (!greeted) {
                wire.close();
            }
        }
        line.live(patience);
        return line;
    }

    private void greet(Hello here, RemoteServer server) throws ProblemException {
        try {
            if (!Greeting.find(reader)) {
                throw FarProblems.nobody(server, wire.said());
            }
            Hello there = Greeting.read(reader);
            if (!here.understands(there)) {
                throw FarProblems.version(server, here, there);
            }
            writer.write(Greeting.of(here));
        } catch (BrokenProtocol broken) {
            throw FarProblems.broken(server, broken.getMessage(), broken);
        } catch (IOException ended) {
            throw FarProblems.silent(server, wire.said(), ended);
        }
    }

    private void live(Patience patience) {
        Thread.ofPlatform().daemon().name("line").start(this::listen);
        Pulse.beating(patience.beat(), () -> beat(patience), () -> lost.isEmpty());
    }

    boolean alive() {
        return lost.isEmpty();
    }

    /** Why the line ended, if it did. */
    Optional<LineLost> lost() {
        return lost;
    }

    /** Calls a method there; what it says meanwhile goes to the job's context among the arguments. */
    Object call(Entry entry, Object[] arguments) throws LineLost, ProblemException, InterruptedException {
        Pending pending = new Pending(context(arguments));
        byte[] packed = entry.pack(arguments);
        if (packed.length > Frame.LARGEST) {
            throw FarProblems.large(entry.name());
        }
        long id = ids.incrementAndGet();
        calls.put(id, pending);
        try {
            send(new Frame(Frame.Kind.CALL, id, entry.name(), packed));
            Frame end = await(pending, id).orElseThrow(this::gone);
            return result(entry, end);
        } finally {
            calls.remove(id);
        }
    }

    private Optional<Frame> await(Pending pending, long id) throws LineLost, InterruptedException {
        if (lost.isPresent()) {
            pending.lose();
        }
        try {
            return pending.await();
        } catch (InterruptedException cancelled) {
            send(Frame.bare(Frame.Kind.CANCEL, id));
            pending.awaitOrder(ORDER);
            throw cancelled;
        }
    }

    private Object result(Entry entry, Frame end) throws LineLost, ProblemException, InterruptedException {
        try {
            return switch (end.kind()) {
                case ANSWER -> Answers.whole(entry, end.body());
                case FAILURE -> throw new ProblemException(Answers.problem(end.body()));
                case CANCELLED -> throw new InterruptedException();
                case HELLO, CALL, CANCEL, PROGRESS, LOG, PING, PONG -> throw new IllegalStateException();
            };
        } catch (JacksonException | BrokenProtocol unreadable) {
            throw end("an answer cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Optional<JobContext> context(Object... arguments) {
        return Arrays.stream(arguments)
                .filter(JobContext.class::isInstance)
                .map(JobContext.class::cast)
                .findFirst();
    }

    private void send(Frame frame) throws LineLost {
        try {
            writer.write(frame);
        } catch (IOException cut) {
            throw end("cut", cut);
        }
    }

    private void listen() {
        try {
            for (Optional<Frame> frame = reader.read(); frame.isPresent(); frame = reader.read()) {
                take(frame.get());
            }
            end("the other side ended", null);
        } catch (IOException | JacksonException cut) {
            end(String.valueOf(cut.getMessage()), cut);
        }
    }

    private void take(Frame frame) throws BrokenProtocol {
        Pending pending = calls.get(frame.id());
        if (frame.kind() == Frame.Kind.PONG && owedPongs.getAndDecrement() > 0) {
            LOG.trace("a sign of life");
        } else if (pending != null) {
            pending.take(frame);
        } else if (frame.id() < 1 || frame.id() > ids.get() || unwanted.incrementAndGet() > MOST_UNWANTED) {
            throw new BrokenProtocol("nobody asked for " + frame.kind() + " " + frame.id());
        }
    }

    private void beat(Patience patience) {
        if (reader.late(patience)) {
            end("silent for " + patience.silence().toSeconds() + " s", null);
            return;
        }
        try {
            owedPongs.incrementAndGet();
            writer.write(Frame.bare(Frame.Kind.PING, 0));
        } catch (IOException cut) {
            end(String.valueOf(cut.getMessage()), cut);
        }
    }

    private synchronized LineLost end(String why, Throwable cause) {
        if (lost.isEmpty()) {
            lost = Optional.of(new LineLost(why, cause));
            wire.close();
            calls.values().forEach(Pending::lose);
        }
        return lost.get();
    }

    private LineLost gone() {
        return lost.orElseGet(() -> new LineLost("cancelled", null));
    }

    /** What the other side said beside the protocol. */
    String said() {
        return wire.said();
    }

    @Override
    public void close() {
        end("closed", null);
    }
}
