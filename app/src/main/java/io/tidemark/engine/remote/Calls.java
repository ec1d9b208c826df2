package io.tidemark.engine.remote;

import io.tidemark.engine.Json;
import io.tidemark.job.CpuPool;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Calls from afar that are being answered, each on a thread of its own. Safe for all threads. */
final class Calls {

    /** How often callers are told how far their calls are. */
    static final Duration PACE = Duration.ofMillis(150);

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int MOST = 64;

    private final Contract contract = new Contract();
    private final Map<Class<?>, Object> services;
    private final CpuPool cpu;
    private final FrameWriter writer;
    private final Map<Long, FarContext> running = new ConcurrentHashMap<>();

    Calls(Map<Class<?>, Object> services, CpuPool cpu, FrameWriter writer) {
        this.services = services;
        this.cpu = cpu;
        this.writer = writer;
    }

    void start(Frame call) throws IOException {
        Entry entry = contract.find(call.name()).orElseThrow(() -> new BrokenProtocol("nothing is called so"));
        FarContext context = new FarContext(call.id(), cpu, writer);
        if (running.size() >= MOST || running.putIfAbsent(call.id(), context) != null) {
            throw new BrokenProtocol("too many calls at once, or one twice");
        }
        Object[] arguments;
        try {
            arguments = entry.unpack(call.body(), context);
        } catch (JacksonException unreadable) {
            throw new BrokenProtocol(entry.name() + ": " + unreadable.getOriginalMessage());
        }
        context.runOn(Thread.ofVirtual().name("call").start(() -> answer(entry, arguments, context)));
    }

    void cancel(long id) {
        FarContext context = running.get(id);
        if (context != null) {
            context.cancel();
        }
    }

    void cancelAll() {
        running.values().forEach(FarContext::cancel);
    }

    /** Tells each caller how far his call is, if that is news. */
    void report() {
        running.values().forEach(FarContext::report);
    }

    private void answer(Entry entry, Object[] arguments, FarContext context) {
        Frame end = end(entry, arguments, context);
        running.remove(context.id());
        try {
            writer.write(end);
        } catch (IOException gone) {
            LOG.debug("nobody hears the answer of {}", entry.name(), gone);
        }
    }

    private Frame end(Entry entry, Object[] arguments, FarContext context) {
        try {
            Object answer = entry.method().invoke(services.get(entry.service()), arguments);
            byte[] packed = entry.packAnswer(answer);
            return packed.length > Frame.LARGEST
                    ? failure(context, FarProblems.large(entry.name()).problem())
                    : Frame.of(Frame.Kind.ANSWER, context.id(), packed);
        } catch (InvocationTargetException failed) {
            return failure(entry, failed.getCause(), context);
        } catch (IllegalAccessException | RuntimeException bug) {
            return failure(entry, bug, context);
        }
    }

    private static Frame failure(Entry entry, Throwable cause, FarContext context) {
        return switch (cause) {
            case ProblemException problem -> failure(context, problem.problem());
            case InterruptedException cancelled -> Frame.bare(Frame.Kind.CANCELLED, context.id());
            case Throwable bug -> {
                LOG.error("{} broke", entry.name(), bug);
                yield failure(
                        context,
                        Problem.of("far.bug", Problem.Category.BUG, "object", entry.name())
                                .in(Problem.State.UNKNOWN)
                                .with(bug.toString()));
            }
        };
    }

    private static Frame failure(FarContext context, Problem problem) {
        return Frame.of(Frame.Kind.FAILURE, context.id(), Json.mapper().writeValueAsBytes(problem));
    }
}
