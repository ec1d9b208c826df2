package io.tidemark.engine.remote;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Images;
import io.tidemark.engine.Jobs;
import io.tidemark.engine.JobsThere;
import io.tidemark.engine.Operations;
import io.tidemark.engine.Recipes;
import io.tidemark.engine.Views;
import io.tidemark.job.CpuPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attends to one console elsewhere: reads calls from a stream, lets the services answer, and writes what they say. */
public final class Attendant {

    private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);
    private static final int LARGEST_CALL = 4 << 20;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Map<Class<?>, Object> services;
    private final CpuPool cpu;
    private final Hello here;
    private final Patience patience;

    /**
     * An attendant.
     *
     * @param engine what is called; its repositories are of this machine
     * @param cpu for calls that keep a processor busy
     */
    public Attendant(Engine engine, JobsThere jobs, CpuPool cpu, Hello here, Patience patience) {
        this.services = Map.of(
                Views.class, engine.views(),
                Operations.class, engine.operations(),
                Jobs.class, engine.jobs(),
                JobsThere.class, jobs,
                Images.class, engine.images(),
                Recipes.class, engine.recipes());
        this.cpu = cpu;
        this.here = here;
        this.patience = patience;
    }

    /**
     * Attends until the other side ends, is silent too long, or says what the protocol does not know. A stream that still
     * blocks then is left to end with the process.
     */
    public void attend(InputStream in, OutputStream out) throws InterruptedException {
        FrameReader reader = new FrameReader(in, LARGEST_CALL);
        FrameWriter writer = new FrameWriter(out);
        Calls calls = new Calls(services, cpu, writer);
        CountDownLatch ended = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("listen").start(() -> {
            listen(reader, writer, calls);
            ended.countDown();
        });
        try (Pulse progress = Pulse.beating(Calls.PACE, calls::report, () -> true)) {
            LOG.trace("reporting every {}", progress.longest());
            while (!ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS) && !reader.late(unheard())) {
                LOG.trace("attending");
            }
        } finally {
            calls.cancelAll();
        }
    }

    private void listen(FrameReader reader, FrameWriter writer, Calls calls) {
        try {
            writer.line(Hello.SIGN);
            writer.write(Greeting.of(here));
            if (here.understands(Greeting.read(reader))) {
                obey(reader, writer, calls);
            }
        } catch (IOException cut) {
            LOG.debug("the line is cut", cut);
        }
    }

    private static void obey(FrameReader reader, FrameWriter writer, Calls calls) throws IOException {
        for (Optional<Frame> frame = reader.read(); frame.isPresent(); frame = reader.read()) {
            Frame now = frame.get();
            switch (now.kind()) {
                case CALL -> calls.start(now);
                case CANCEL -> calls.cancel(now.id());
                case PING -> writer.write(Frame.bare(Frame.Kind.PONG, 0));
                case HELLO, ANSWER, FAILURE, CANCELLED, PROGRESS, LOG, PONG ->
                    throw new BrokenProtocol("no call: " + now.kind());
            }
        }
    }

    /** The other side gives signs of life far more often than this. */
    private Patience unheard() {
        Duration thrice = patience.silence().multipliedBy(3);
        return new Patience(thrice, thrice, thrice, thrice, patience.slowest());
    }
}
